import { expect, test } from 'vitest';
import { daysLeft } from './expiry';

test('an invitation of seven days has six whole ones left a minute later, and none on its last', () => {
  const until = '2026-11-28T08:00:00Z';
  expect(daysLeft(until, new Date('2026-11-21T08:00:00Z'))).toBe(7);
  expect(daysLeft(until, new Date('2026-11-21T08:01:00Z'))).toBe(6);
  expect(daysLeft(until, new Date('2026-11-27T09:00:00Z'))).toBe(0);
  expect(daysLeft(until, new Date('2026-12-01T00:00:00Z'))).toBe(0);
});
