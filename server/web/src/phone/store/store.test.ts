import { expect, test } from 'vitest';
import { blankForm } from '../form/form';
import { storeOver } from './open';
import type { Photo } from './schema';
import { passing } from './shelf';
import type { Frozen } from './unsent';

const form = blankForm({ team_id: 1, place_id: 2, date: '2024-04-05', type: 'outing', services: [] });
const photo = (id: string, session_id: string): Photo => ({ id, session_id, blob: new Blob(['x']), state: 'draft', why: null, addedAt: id });
const frozen = (id: string, more: Partial<Frozen> = {}): Frozen => ({
  id, op: 'record', body: '{}', reason: null, hash: null, etag: null, place: 'Ấp 1', frozenAt: '2026-11-21T07:05:00Z', stamp: null, dayIsSure: false, refusal: null, ...more,
});

test('a session is numbered without gaps, and keeps its number when it is mended', async () => {
  const { unsent } = storeOver(passing());
  for (const id of ['a', 'b', 'a', 'c']) await unsent.add(frozen(id), 'new');
  expect((await unsent.list()).map(({ id, seq }) => [id, seq])).toEqual([['a', 1], ['b', 2], ['c', 3]]);
});

test("a draft's photos go with the session that it becomes, also under another id", async () => {
  const { drafts, photos, unsent } = storeOver(passing());
  await drafts.save({ key: 'new', id: 'a', form, etag: null, savedAt: 'now' });
  await photos.add(photo('p', 'a'));
  await unsent.add(frozen('a'), 'new');
  expect(await drafts.get('new')).toBeUndefined();
  expect(await photos.list('a')).toMatchObject([{ id: 'p', state: 'waiting' }]);
  await unsent.add(frozen('b'), 'a', 'a');
  expect(await photos.list('b')).toMatchObject([{ id: 'p', state: 'waiting' }]);
  expect((await unsent.list()).map(({ id }) => id)).toEqual(['b']);
});

test('a draft thrown away takes only the photos that nobody else has', async () => {
  const { drafts, photos } = storeOver(passing());
  await drafts.save({ key: 'a', id: 'a', form, etag: null, savedAt: 'now' });
  await photos.add({ ...photo('sent', 'a'), state: 'waiting' });
  await photos.add(photo('new', 'a'));
  await drafts.drop('a');
  expect((await photos.list('a')).map(({ id }) => id)).toEqual(['sent']);
});

test('what was mended while the old text was on its way stays', async () => {
  const { unsent } = storeOver(passing());
  await unsent.add(frozen('a'), 'new');
  const [sent] = await unsent.list();
  await unsent.add(frozen('a', { body: '{"note":"x"}' }), 'a');
  if (sent) await unsent.received(sent, null);
  expect(await unsent.list()).toMatchObject([{ body: '{"note":"x"}' }]);
});

test('changes are taken together with how far they go', async () => {
  const { meta, sessions } = storeOver(passing());
  await sessions.take({ items: [{ id: 'a', version: 1 } as never], cursor: 'c1', startOver: true, at: 'now' });
  await sessions.take({ items: [{ id: 'b', version: 1 } as never], cursor: 'c2', startOver: true, at: 'now' });
  expect((await sessions.list()).map(({ id }) => id)).toEqual(['b']);
  expect(await meta.get('cursor')).toBe('c2');
});

test('two tabs that went on from one new draft: both sessions are kept, each with its photos', async () => {
  const { unsent, photos, drafts } = storeOver(passing());
  await photos.add(photo('p1', 'a'));
  expect(await unsent.add(frozen('a', { body: '{"participants":11}' }), 'new')).toBe('a');
  await photos.add(photo('p2', 'a'));
  const second = await unsent.add(frozen('a', { body: '{"participants":77}' }), 'new');
  expect(second).not.toBe('a');
  expect((await unsent.list()).map(({ id, seq, body }) => [id, seq, body])).toEqual([
    ['a', 1, '{"participants":11}'],
    [second, 2, '{"participants":77}'],
  ]);
  expect((await photos.list('a')).map(({ id, state }) => [id, state])).toEqual([['p1', 'waiting']]);
  expect((await photos.list(second)).map(({ id, state }) => [id, state])).toEqual([['p2', 'waiting']]);
  expect(await drafts.all()).toEqual([]);
});

test('the same content twice, or what is mended on purpose, stays one', async () => {
  const { unsent } = storeOver(passing());
  await unsent.add(frozen('a', { hash: 'h1', body: '{"client":1}' }), 'new');
  expect(await unsent.add(frozen('a', { hash: 'h1', body: '{"client":2}' }), 'new')).toBe('a');
  expect(await unsent.add(frozen('a', { hash: 'h2', body: '{"participants":3}' }), 'a')).toBe('a');
  expect(await unsent.list()).toHaveLength(1);
});

test('what comes from another phone leaves a half-written mend where it is', async () => {
  const { unsent, drafts } = storeOver(passing());
  await drafts.save({ key: 'a', id: 'a', form, etag: '"v1"', savedAt: 'now' });
  await unsent.add(frozen('a'), null);
  expect(await drafts.get('a')).toBeDefined();
});
