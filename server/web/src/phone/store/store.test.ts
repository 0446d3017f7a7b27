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
