import { expect, test } from 'vitest';
import { trendOf } from './trend';

const months = [400, 700, 500, 813].map((participants, i) => ({ to: `2026-${String(i + 8).padStart(2, '0')}-${i === 1 || i === 3 ? 30 : 31}`, participants }));
const told = (today: string) => {
  const found = trendOf(months, today);
  return found && [found.first.participants, found.end.participants, found.top.participants, found.last.participants, found.isOpen];
};

test('the month that runs is not the highest, however much it has', () => {
  expect(told('2026-11-22')).toEqual([400, 500, 700, 813, true]);
  expect(told('2026-12-01')).toEqual([400, 813, 813, 813, false]);
  expect(trendOf(months.slice(3), '2026-11-22')).toBe(null);
});
