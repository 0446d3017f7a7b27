import { expect, test } from 'vitest';
import { formatDay, formatInstant, formatLongDay, formatNumber, formatPercent, formatPeriod, formatTime, localDay, parseCount } from './format';

test.each([
  [551, 697, '79,1%'],
  [40, 143, '28,0%'],
  [12, 12, '100%'],
  [16, 18, '88,9%'],
  [11, 12, '91,7%'],
  [88, 143, '61,5%'],
  [1, 16, '6,3%'],
  [9999, 10000, '>99,9%'],
  [1, 10000, '<0,1%'],
  [0, 5, '0%'],
  [0, 0, '—'],
  [3, 2, '150,0%'],
])('%i of %i reads %s', (numerator, denominator, text) => {
  expect(formatPercent(numerator, denominator, 'vi')).toBe(text);
});

test('numbers carry the separators of the language', () => {
  expect(formatNumber(1797, 'vi')).toBe('1.797');
  expect(formatNumber(1234567.89, 'vi')).toBe('1.234.567,89');
  expect(formatNumber(-999, 'vi')).toBe('−999');
  expect(formatNumber(1797, 'en')).toBe('1,797');
  expect(formatPercent(551, 697, 'en')).toBe('79.1%');
});

test('days and times are those of Vietnam', () => {
  expect(formatDay('2024-04-05')).toBe('05/04/2024');
  expect(formatLongDay('2026-11-22', 'vi')).toBe('Chủ nhật, 22/11/2026');
  expect(formatLongDay('2026-11-23', 'en')).toBe('Monday, 23/11/2026');
  expect(formatTime('2024-04-13T22:30:00Z')).toBe('05:30');
  expect(formatInstant('2024-04-13T22:30:00Z')).toBe('05:30 14/04/2024');
  expect(localDay('2024-12-31T17:00:00Z')).toBe('2025-01-01');
});

test('periods read as in a report', () => {
  expect(['2024-03', '2024-Q1', '2024-H1', '2024'].map((code) => formatPeriod(code, 'vi'))).toEqual([
    'tháng 3/2024',
    'quý I/2024',
    '6 tháng đầu năm 2024',
    'năm 2024',
  ]);
  expect(formatPeriod('2024-03', 'en')).toBe('March 2024');
});

test('a count is whole, a blank is not zero, and "1,5" is never 15', () => {
  expect(parseCount(' 25 ')).toBe(25);
  expect(parseCount('1.250')).toBe(1250);
  expect(parseCount('')).toBeNull();
  expect(parseCount('0')).toBe(0);
  expect(['1,5', '1.5', '-3', '25 người'].map(parseCount)).toEqual([NaN, NaN, NaN, NaN]);
});
