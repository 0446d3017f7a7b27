import { expect, test } from 'vitest';
import type { Unsent } from '../store/schema';
import { delayAfter } from './backoff';
import { envelope, halved, inTurn, MOST_ITEMS, nextBatch } from './batch';

const item = (id: string, more: Partial<Unsent> = {}): Unsent => ({ id, op: 'record', seq: 1, body: '{"note":"á"}', reason: null, hash: null, etag: null, place: '', frozenAt: '', stamp: null, dayIsSure: false, refusal: null, ...more });
const many = (n: number, more: Partial<Unsent> = {}) => Array.from({ length: n }, (_, i) => item(`${i}`, { seq: i + 1, ...more }));

test('the frozen text is in the envelope to the letter', () => {
  const odd = '{ "note" : "1.0",\t"participants":25.0 }';
  const text = envelope({ user_id: 3, device_id: 'd', device_time: 'now', waiting: [3], given_up: [] }, [item('a', { body: odd }), item('b', { seq: 2, op: 'withdraw', etag: '"v3"', reason: 'ghi "nhầm"' })]);
  expect(text).toContain(`"session":${odd}}`);
  expect(JSON.parse(text)).toEqual({
    user_id: 3,
    device_id: 'd',
    device_time: 'now',
    waiting: [3],
    given_up: [],
    items: [
      { client_seq: 1, op: 'record', id: 'a', session: { note: '1.0', participants: 25 } },
      { client_seq: 2, op: 'withdraw', id: 'b', if_match: '"v3"', reason: 'ghi "nhầm"' },
    ],
  });
});

test('a batch has at most 50 items and 200 kB, and always one', () => {
  expect(nextBatch(many(120), MOST_ITEMS)).toHaveLength(50);
  const large = many(10, { body: JSON.stringify({ note: 'á'.repeat(30_000) }) });
  expect(nextBatch(large, MOST_ITEMS)).toHaveLength(3);
  expect(nextBatch([item('a', { body: JSON.stringify('x'.repeat(300_000)) })], MOST_ITEMS)).toHaveLength(1);
});

test('halves down to one', () => {
  const sizes = [50];
  while ((sizes[sizes.length - 1] ?? 1) > 1) sizes.push(halved(sizes[sizes.length - 1] ?? 1));
  expect(sizes).toEqual([50, 25, 12, 6, 3, 1]);
  expect(halved(1)).toBe(1);
});

test('one that breaks every batch goes last, and in the end alone: the others all arrive', () => {
  const failures = new Map<string, number>();
  let waiting = many(20);
  let most = MOST_ITEMS;
  let tries = 0;
  // The very first is poison: no batch with it in it is ever answered.
  for (; waiting.length > 1 && tries < 100; tries += 1) {
    const batch = nextBatch(inTurn(waiting, failures), most);
    if (batch.some(({ id }) => id === '0')) {
      batch.forEach(({ id }) => failures.set(id, (failures.get(id) ?? 0) + 1));
      most = halved(Math.min(most, batch.length));
    } else {
      waiting = waiting.filter((one) => !batch.includes(one));
      most = Math.min(MOST_ITEMS, most * 2);
    }
  }
  expect(waiting.map(({ id }) => id)).toEqual(['0']);
  expect(tries).toBeLessThan(30);
});

test('tries come less and less often, between half a second and five minutes', () => {
  for (let failures = 1; failures < 60; failures += 1) {
    const bound = Math.min(300_000, 2000 * 2 ** (failures - 1));
    expect(delayAfter(failures, () => 0)).toBe(500);
    expect(delayAfter(failures, () => 1)).toBe(bound);
    const delay = delayAfter(failures);
    expect(delay).toBeGreaterThanOrEqual(500);
    expect(delay).toBeLessThanOrEqual(300_000);
  }
});
