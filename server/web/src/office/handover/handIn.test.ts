import { expect, test } from 'vitest';
import type { Carried } from '../../data/handover';
import { inBatches, isSettled, outcomeOf } from './handIn';

const item = (id: string, session: string | null = '{}'): Carried => ({ op: 'record', id, if_match: null, session, reason: null, frozen_at: '' });

test('a batch is neither too long nor too heavy, and nothing changes places', () => {
  const many = [...Array(120).keys()].map((n) => item(String(n)));
  expect(inBatches(many).map((batch) => batch.length)).toEqual([50, 50, 20]);
  expect(inBatches(many).flat()).toEqual(many);
  const heavy = 'x'.repeat(40_000);
  expect(inBatches([item('a', heavy), item('b', heavy), item('c')]).map((batch) => batch.map(({ id }) => id))).toEqual([['a'], ['b', 'c']]);
  expect(inBatches([])).toEqual([]);
});

test('what became of an item, in one word', () => {
  const one = item('a');
  expect(outcomeOf(one, { status: 201, replay: false, problem: null })).toBe('new');
  expect(outcomeOf(one, { status: 200, replay: true, problem: null })).toBe('replay');
  expect(outcomeOf({ ...one, op: 'amend' }, { status: 200, replay: false, problem: null })).toBe('amended');
  expect(outcomeOf({ ...one, op: 'withdraw' }, { status: 200, replay: false, problem: null })).toBe('withdrawn');
  expect(outcomeOf(one, { status: 422, replay: false, problem: { retryable: false } })).toBe('refused');
  expect(outcomeOf(one, { status: 503, replay: false, problem: { retryable: true } })).toBe('later');
  expect(outcomeOf(one, { status: 410, replay: false, problem: { retryable: false } })).toBe('gone');
});

test('what was refused or is still to come is not settled', () => {
  const one = item('a');
  expect(isSettled(one, undefined)).toBe(false);
  expect(isSettled(one, { status: 503, replay: false, problem: { retryable: true } })).toBe(false);
  expect(isSettled(one, { status: 200, replay: true, problem: null })).toBe(true);
});
