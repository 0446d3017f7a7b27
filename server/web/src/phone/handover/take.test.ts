import { expect, test } from 'vitest';
import { toText } from '../../data/handover';
import type { Unsent } from '../store/schema';
import { missingHere, sorted, thawed } from './take';

const body = '{"team_id":1, "place_id":2,"date":"2024-04-05","participants":25,"services":[]}';
const item = (id: string, more: Partial<Unsent> = {}): Unsent => ({
  id, op: 'record', seq: 1, body, reason: null, hash: 'ab', etag: null, place: 'Ấp 1', frozenAt: '2024-04-05T07:00:00Z', stamp: null, dayIsSure: true, refusal: null, ...more,
});
const text = (items: Unsent[], id = 7) => toText(items, { id, name: 'Lan' }, (code) => code);

test('what one phone writes out another takes in to the letter, under the same id', () => {
  const [carried] = sorted(text([item('a')]), 7).mine;
  expect(carried && thawed(carried, undefined, () => 'Ấp 2')).toMatchObject({ id: 'a', op: 'record', body, etag: null, place: 'Ấp 2', refusal: null });
});

test("somebody else's work is not taken, and is told of", () => {
  expect(sorted(text([item('a'), item('b')]), 8)).toEqual({ mine: [], others: 2, damaged: 0 });
  const both = sorted(text([item('a')]) + text([item('b')], 8), 8);
  expect(both.mine.map(({ id }) => id)).toEqual(['b']);
  expect(both.others).toBe(1);
});

test('what is here already is left as it is', () => {
  const { mine } = sorted(text([item('a'), item('b')]), 7);
  expect(missingHere(mine, [{ id: 'a' }]).map(({ id }) => id)).toEqual(['b']);
});

test('a withdrawal has something to show, and a clock far ahead is asked about', () => {
  const { mine } = sorted(text([item('a', { op: 'withdraw', reason: 'ghi nhầm', etag: '"v2"' }), item('b', { frozenAt: '2099-01-01T00:00:00Z' })]), 7);
  const [withdrawal, ahead] = mine.map((one) => thawed(one, undefined, () => ''));
  expect(withdrawal).toMatchObject({ op: 'withdraw', reason: 'ghi nhầm', etag: '"v2"', refusal: null });
  expect(JSON.parse(withdrawal?.body ?? '')).toMatchObject({ date: '2024-04-05' });
  expect(ahead?.refusal?.code).toBe('clock_doubtful');
});
