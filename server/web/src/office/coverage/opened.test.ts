import { expect, test } from 'vitest';
import { openedDays } from './opened';

const months = ['2026-09', '2026-10', '2026-11'];

test('a number of a hamlet opens to the sessions of its month, or of all months', () => {
  expect(openedDays(months, '2026-10')).toEqual({ from: '2026-10-01', to: '2026-10-31' });
  expect(openedDays(months, null)).toEqual({ from: '2026-09-01', to: '2026-11-30' });
  expect(openedDays(months, '2024-01')).toEqual(openedDays(months, null));
});
