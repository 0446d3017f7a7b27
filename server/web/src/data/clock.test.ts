import { expect, test } from 'vitest';
import { guess, wasWrongDay } from './clock';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;
const LAST = Date.UTC(2026, 10, 21, 3);
const right = { serverMs: LAST, skewMs: 90_000 };

test('what the server has said on this page is believed, however wrong the phone is', () => {
  for (const skewMs of [-YEAR, -DAY, 0, DAY, YEAR]) expect(guess(LAST - skewMs, { serverMs: LAST, skewMs }, true)).toEqual({ ms: LAST, doubtful: false });
});

test('a clock that was right and went on is believed without asking', () => {
  expect(guess(LAST + 30 * DAY, right, false)).toEqual({ ms: LAST + 30 * DAY + 90_000, doubtful: false });
  expect(guess(LAST, null, false)).toEqual({ ms: LAST, doubtful: false });
});

test('a clock before the time that the server gave last is wrong, and it is at least that late', () => {
  expect(guess(LAST - YEAR, right, false)).toEqual({ ms: LAST, doubtful: true });
  expect(guess(LAST - 30 * 60_000, right, false).doubtful).toBe(false);
});

test('a clock that was wrong by a year is asked about, whether it was set since or not', () => {
  const slow = { serverMs: LAST, skewMs: YEAR };
  expect(guess(LAST + DAY, slow, false)).toEqual({ ms: LAST + DAY, doubtful: true });
  expect(guess(LAST + DAY - YEAR, slow, false)).toEqual({ ms: LAST + DAY, doubtful: true });
  expect(guess(LAST + DAY + YEAR, { serverMs: LAST, skewMs: -YEAR }, false).doubtful).toBe(true);
});

test.each([
  ['right', 0, false],
  ['ten minutes off', 600_000, false],
  ['a day slow', DAY, true],
  ['a day fast', -DAY, true],
  ['a year slow', YEAR, true],
  ['a year fast', -YEAR, true],
])('the day taken for today by a clock %s', (_what, skewMs, wrong) => {
  expect(wasWrongDay({ phoneMs: LAST, believedMs: LAST }, { serverMs: LAST, skewMs }, false)).toBe(wrong);
});

test('what was believed counts, not what the clock showed; of a month only the month', () => {
  expect(wasWrongDay({ phoneMs: LAST - YEAR, believedMs: LAST }, { serverMs: LAST, skewMs: YEAR }, false)).toBe(false);
  expect(wasWrongDay({ phoneMs: LAST, believedMs: LAST }, { serverMs: LAST, skewMs: DAY }, true)).toBe(false);
  expect(wasWrongDay({ phoneMs: LAST, believedMs: LAST }, { serverMs: LAST, skewMs: 20 * DAY }, true)).toBe(true);
});

test('a clock six hours slow takes yesterday for today in the night, and is right by day', () => {
  const [night, noon] = [Date.UTC(2026, 10, 21, 22), Date.UTC(2026, 10, 21, 5)];
  const skewMs = 6 * HOUR;
  const slow = (trueMs: number) => wasWrongDay({ phoneMs: trueMs - skewMs, believedMs: trueMs - skewMs }, { serverMs: trueMs, skewMs }, false);
  expect(slow(night)).toBe(true);
  expect(slow(noon)).toBe(false);
});

test('a few minutes over midnight are no wrong day', () => {
  const midnight = Date.UTC(2026, 10, 21, 17);
  expect(wasWrongDay({ phoneMs: midnight - 60_000, believedMs: midnight - 60_000 }, { serverMs: midnight, skewMs: 120_000 }, false)).toBe(false);
});
