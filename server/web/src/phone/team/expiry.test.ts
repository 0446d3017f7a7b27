import { expect, test } from 'vitest';
import { daysLeft } from './expiry';

test('an invitation of seven days has seven left a minute later, and none in its last hours', () => {
  const until = '2026-11-28T08:00:00Z';
  expect(daysLeft(until, new Date('2026-11-21T08:00:00Z'))).toBe(7);
  expect(daysLeft(until, new Date('2026-11-21T08:01:00Z'))).toBe(7);
  expect(daysLeft(until, new Date('2026-11-27T22:00:00Z'))).toBe(0);
  expect(daysLeft(until, new Date('2026-12-01T00:00:00Z'))).toBe(0);
});
