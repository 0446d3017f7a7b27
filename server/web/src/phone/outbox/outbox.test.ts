import { expect, test } from 'vitest';
import { networkProblem, problem } from '../../api/problem';
import type { Session } from '../../api/types';
import { settle } from './outbox';
import { onAnswer, onFailure } from './send';
import { storeOver } from '../store/open';
import type { Unsent } from '../store/schema';
import { passing } from '../store/shelf';

const ID = '7d9f0c3e-0000-4000-8000-000000000001';
const item: Unsent = { id: ID, op: 'record', seq: 1, body: '{}', reason: null, hash: null, etag: null, place: 'Ấp 1', frozenAt: '2026-11-21T07:05:00Z', dayIsSure: false, refusal: null };
const answer = (more: object) => ({ id: ID, content_hash: 'ab12', receipt_code: 'B-1', ...more }) as Session;
const refusal = (status: number, code: string, retryable = false) => onFailure(problem({ status, code, retryable }));

test('only an answer that names the session and its content is a receipt', () => {
  expect(onAnswer(ID, answer({})).is).toBe('received');
  expect(onAnswer(ID, answer({ id: 'another' })).is).toBe('waiting');
  expect(onAnswer(ID, answer({ content_hash: '' })).is).toBe('waiting');
  expect(onAnswer(ID, null).is).toBe('waiting');
});

test.each([
  ['no network', networkProblem()],
  ["a captive portal's page", networkProblem(200)],
  ["a proxy's 502", networkProblem(502)],
  ["a proxy's 404 that is not ours", networkProblem(404)],
  ['a fault of ours', new TypeError('bug')],
  ['a busy server', problem({ status: 503, code: 'busy', retryable: true })],
  ['too many tries', problem({ status: 429, code: 'too_many_tries', retryable: true })],
  ['a stale CSRF token', problem({ status: 403, code: 'csrf_failed', retryable: true })],
])('%s keeps it waiting', (_what, failure) => {
  expect(onFailure(failure).is).toBe('waiting');
});

test('whoever is signed out is asked for the PIN, and nothing is refused for it', () => {
  expect(refusal(401, 'token_revoked').is).toBe('sign_in');
  expect(refusal(403, 'secret_must_change').is).toBe('sign_in');
});

test.each([
  [403, 'forbidden'],
  [409, 'session_conflict'],
  [409, 'state_conflict'],
  [410, 'session_withdrawn'],
  [412, 'stale'],
  [422, 'invalid'],
])('%i %s parks it with its reason', (status, code) => {
  expect(refusal(status, code)).toMatchObject({ is: 'refused', refusal: { status, code } });
});

test('the copy on the phone goes only with a receipt', async () => {
  const store = storeOver(passing());
  await store.unsent.add(item, 'new');
  await settle(item, { is: 'waiting' }, store);
  await settle(item, { is: 'sign_in' }, store);
  expect(await store.unsent.list()).toEqual([item]);
  const why = { status: 422, code: 'invalid', detail: 'Có nội dung cần sửa.', errors: [] };
  await settle(item, { is: 'refused', refusal: why }, store);
  expect(await store.unsent.list()).toEqual([{ ...item, refusal: why }]);
  await settle(item, { is: 'received', session: answer({}) }, store);
  expect(await store.unsent.list()).toEqual([]);
});

test('a queued session leaves no draft behind, and the oldest goes first', async () => {
  const store = storeOver(passing());
  await store.unsent.add({ ...item, id: 'b', frozenAt: '2026-11-21T08:00:00Z' }, 'new');
  await store.unsent.add({ ...item, id: 'a', frozenAt: '2026-11-21T07:00:00Z' }, 'new');
  expect(await store.drafts.get('new')).toBeUndefined();
  expect((await store.unsent.list()).map(({ id }) => id)).toEqual(['a', 'b']);
});
