import { expect, test } from 'vitest';
import { isLong } from './idle';

const NOON = Date.parse('2026-11-21T12:00:00Z');
const minutes = (n: number) => n * 60_000;

test('a quarter of an hour without a touch is long', () => {
  expect(isLong(NOON, NOON - minutes(14))).toBe(false);
  expect(isLong(NOON, NOON - minutes(16))).toBe(true);
});

test('a clock set back by a day keeps nobody in', () => {
  expect(isLong(NOON, NOON + minutes(24 * 60))).toBe(true);
  expect(isLong(NOON, NOON + minutes(1))).toBe(false);
});
