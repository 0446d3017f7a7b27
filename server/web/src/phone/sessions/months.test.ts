import { expect, test } from 'vitest';
import { byMonth } from './months';

test('sessions stand under their month, in the order given', () => {
  const items = ['2026-11-18', '2026-11-02', '2026-10-30'].map((date) => ({ date }));
  expect(byMonth(items)).toEqual([
    { month: '2026-11', items: items.slice(0, 2) },
    { month: '2026-10', items: items.slice(2) },
  ]);
});
