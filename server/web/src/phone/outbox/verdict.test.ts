import { expect, test } from 'vitest';
import { networkProblem, problem } from '../../api/problem';
import type { Verdict as Result, Session } from '../../api/types';
import type { Unsent } from '../store/schema';
import { isMoot, pauseOn, verdictOn } from './verdict';

const ID = '7d9f0c3e-0000-4000-8000-000000000001';
const HASH = 'ab12';
const item: Unsent = { id: ID, op: 'record', seq: 7, body: '{}', reason: null, hash: HASH, etag: null, place: 'Ấp 1', frozenAt: '', stamp: null, dayIsSure: false, refusal: null };
const session = (more: object = {}) => ({ id: ID, receipt_code: 'B-1', state: 'pending', ...more }) as Session;
const result = (more: Partial<Result> = {}): Result => ({ client_seq: 7, id: ID, status: 201, replay: false, content_hash: HASH, etag: '"v1"', session: session(), problem: null, ...more });
const refusal = (status: number, code: string, retryable = false): Result =>
  result({ status, content_hash: null, session: null, problem: { status, code, retryable, detail: '', title: '', type: '' } });
const on = (one: Result, of = item) => verdictOn(of, of.hash, [one]).is;

test('only an answer that names the session and its very content is a receipt', () => {
  expect(on(result())).toBe('received');
  expect(on(result({ status: 200, replay: true }))).toBe('received');
  expect(on(result({ id: 'another' }))).toBe('waiting');
  expect(on(result({ client_seq: 8 }))).toBe('waiting');
  expect(on(result({ content_hash: 'cd34' }))).toBe('waiting');
  expect(on(result({ content_hash: null }))).toBe('waiting');
  expect(on(result({ session: null }))).toBe('waiting');
  expect(on(result({ session: session({ id: 'another' }) }))).toBe('waiting');
  expect(verdictOn(item, HASH, []).is).toBe('waiting');
});

test('a browser that can not compute the hash takes one that is there', () => {
  expect(verdictOn({ ...item, hash: null }, null, [result({ content_hash: 'cd34' })]).is).toBe('received');
  expect(verdictOn({ ...item, hash: null }, null, [result({ content_hash: null })]).is).toBe('waiting');
});

test('a withdrawal is received when the session is withdrawn, also when it was so already', () => {
  const withdrawal: Unsent = { ...item, op: 'withdraw' };
  expect(on(result({ content_hash: null, session: session({ state: 'withdrawn' }) }), withdrawal)).toBe('received');
  expect(on(result({ content_hash: null }), withdrawal)).toBe('waiting');
  expect(isMoot(withdrawal, verdictOn(withdrawal, null, [refusal(410, 'session_withdrawn')]))).toBe(true);
  expect(isMoot(item, verdictOn(item, HASH, [refusal(410, 'session_withdrawn')]))).toBe(false);
});

test('every status: a verdict parks, anything else waits, and nothing but a receipt removes', () => {
  for (let status = 100; status < 600; status += 1) {
    const parks = status >= 400 && status < 500 && ![401, 408, 425, 429].includes(status);
    expect([status, on(refusal(status, 'some_code'))]).toEqual([status, parks ? 'refused' : 'waiting']);
    expect([status, on(refusal(status, 'some_code', true))]).toEqual([status, 'waiting']);
  }
});

test('every answer to the whole batch: no status of it says anything about an item', () => {
  for (let status = 400; status < 600; status += 1) {
    const said = pauseOn(problem({ status, code: 'some_code' })).is;
    expect([status, said]).toEqual([status, status === 401 ? 'sign_in' : [400, 413].includes(status) ? 'unreadable' : 'later']);
  }
});

test('that somebody else is signed in is no verdict on an item', () => {
  expect(on(refusal(409, 'wrong_user'))).toBe('waiting');
});

test.each([
  ['no network', networkProblem(), { is: 'later', why: 'no_answer', afterMs: null }],
  ["a proxy's 502", networkProblem(502), { is: 'later', why: 'no_answer', afterMs: null }],
  ["a proxy's 404 that is not ours", networkProblem(404), { is: 'later', why: 'no_answer', afterMs: null }],
  ['a fault of ours', new TypeError('bug'), { is: 'later', why: 'no_answer', afterMs: null }],
  ['a busy server', problem({ status: 503, code: 'busy', retryAfterMs: 2000 }), { is: 'later', why: 'busy', afterMs: 2000 }],
  ['too many tries', problem({ status: 429, code: 'too_many_tries', retryAfterMs: 9000 }), { is: 'later', why: 'too_many', afterMs: 9000 }],
  ['a CSRF token that stays stale', problem({ status: 403, code: 'csrf_failed' }), { is: 'later', why: 'busy', afterMs: null }],
  ['a secret to be changed', problem({ status: 403, code: 'secret_must_change' }), { is: 'sign_in' }],
  ['another user', problem({ status: 409, code: 'wrong_user' }), { is: 'wrong_user' }],
])('%s', (_what, failure, said) => {
  expect(pauseOn(failure)).toEqual(said);
});
