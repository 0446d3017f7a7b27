import { expect, test } from 'vitest';
import { asKind, daysBetween, daysOf, isPeriod, kindOf, periodAt, periodsOf, yearsUpTo, yearUpTo } from './periods';

test('a code tells its kind', () => {
  expect(['2026', '2026-H1', '2026-Q4', '2026-11'].map(kindOf)).toEqual(['year', 'half', 'quarter', 'month']);
  expect(['2026-13', '2026-Q5', '26', '2026-11-01'].some(isPeriod)).toBe(false);
});

test('calendar periods are whole months, also in a leap year', () => {
  expect(daysOf('2024-02', 'calendar')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  expect(daysOf('2026-Q4', 'calendar')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
  expect(daysOf('2026-H1', 'calendar')).toEqual({ from: '2026-01-01', to: '2026-06-30' });
});

test('Decree 09 closes on the 14th', () => {
  expect(daysOf('2024-01', 'nd09')).toEqual({ from: '2023-12-15', to: '2024-01-14' });
  expect(daysOf('2024', 'nd09')).toEqual({ from: '2023-12-15', to: '2024-12-14' });
  expect(daysOf('2024-Q1', 'nd09')).toEqual({ from: '2023-12-15', to: '2024-03-14' });
});

test('a day finds its period on either basis', () => {
  expect(periodAt('month', '2026-11-21', 'calendar')).toBe('2026-11');
  expect(periodAt('month', '2026-11-21', 'nd09')).toBe('2026-12');
  expect(periodAt('year', '2026-12-20', 'nd09')).toBe('2027');
  expect(periodAt('quarter', '2026-11-21', 'calendar')).toBe('2026-Q4');
});

test('another kind keeps the time looked at, never the future', () => {
  expect(asKind('2024', 'quarter', '2026-11-21', 'calendar')).toBe('2024-Q4');
  expect(asKind('2026', 'month', '2026-11-21', 'calendar')).toBe('2026-11');
});

test('lists for the picker', () => {
  expect(periodsOf('quarter', 2025)).toEqual(['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4']);
  expect(yearsUpTo('2026-11-21')).toEqual([2026, 2025, 2024, 2023, 2022]);
});

test('a trend is twelve months, from the start of the programme at the earliest', () => {
  expect(yearUpTo('2026-11-21')).toEqual({ from: '2025-12-01', to: '2026-11-21' });
  expect(yearUpTo('2022-03-31')).toEqual({ from: '2022-01-01', to: '2022-03-31' });
  expect(daysBetween('2026-10-31', '2026-11-21')).toBe(21);
});
