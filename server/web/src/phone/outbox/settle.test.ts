import { expect, test } from 'vitest';
import type { Session, Verdict as Result } from '../../api/types';
import { storeOver } from '../store/open';
import { passing } from '../store/shelf';
import type { Frozen } from '../store/unsent';
import { settle } from './send';

const ID = '7d9f0c3e-0000-4000-8000-000000000001';
const frozen: Frozen = { id: ID, op: 'record', body: '{}', reason: null, hash: 'ab', etag: null, place: '', frozenAt: '', stamp: null, dayIsSure: true, refusal: null };
const session = { id: ID, receipt_code: 'B-1', state: 'pending', version: 1 } as Session;

const after = async (more: Partial<Result>) => {
  const store = storeOver(passing());
  await store.unsent.add(frozen, 'new');
  const items = await store.unsent.list();
  const result: Result = { client_seq: 1, id: ID, status: 201, replay: false, content_hash: 'ab', etag: '"v1"', session, problem: null, ...more };
  await settle(store, items, { server_time: '', results: [result], missing: [] });
  return { left: await store.unsent.list(), cached: await store.sessions.list() };
};

test('whatever the status, an item without a receipt is on the phone after it as before', async () => {
  for (let status = 100; status < 600; status += 1) {
    const problem = { status, code: 'some_code', retryable: false, detail: 'Vì sao', title: '', type: '' };
    const { left } = await after({ status, content_hash: null, session: null, problem });
    expect([status, left.length]).toEqual([status, 1]);
    const isVerdict = status >= 400 && status < 500 && ![401, 408, 425, 429].includes(status);
    expect([status, left[0]?.refusal?.code]).toEqual([status, isVerdict ? 'some_code' : undefined]);
  }
});

test('with its receipt it goes from the unsent to the received in one step', async () => {
  const { left, cached } = await after({});
  expect(left).toEqual([]);
  expect(cached).toMatchObject([{ id: ID, etag: '"v1"', may: [] }]);
});
