import { expect, test } from 'vitest';
import { keptQuery, mapDay, queryText, readFilters, rollupQuery } from './filters';

const TODAY = '2026-11-21';
const read = (text: string) => readFilters(new URLSearchParams(text), TODAY);

test('without a word the address means this month, approved, my own area', () => {
  expect(read('')).toMatchObject({ unit: null, period: '2026-11', basis: 'calendar', map: null, state: 'official', by: null });
  expect(rollupQuery(read(''), 7, TODAY)).toEqual({ unit: 7, period: '2026-11' });
});

test('a screen may count what waits unless the address says otherwise', () => {
  const state = (text: string) => readFilters(new URLSearchParams(text), TODAY, 'provisional').state;
  expect([state(''), state('state=official'), state('state=all')]).toEqual(['provisional', 'official', 'provisional']);
});

test('everything that the controls can say comes back from the address', () => {
  const filters = read('unit=3&period=2024-Q1&basis=nd09&map=2024-12-31&state=provisional&by=commune');
  expect(rollupQuery(filters, 7, TODAY)).toEqual({
    unit: 3, period: '2024-Q1', basis: 'nd09', map: '2024-12-31', state: 'provisional', by: 'commune',
  });
});

test('custom days win over a named period, unless they run backwards', () => {
  expect(rollupQuery(read('from=2026-10-10&to=2026-10-20&period=2024'), null, TODAY)).toEqual({ from: '2026-10-10', to: '2026-10-20' });
  expect(read('from=2026-10-20&to=2026-10-10').period).toBe('2026-11');
});

test('nonsense in the address is as if it were not there', () => {
  expect(read('unit=x&period=2026-99&map=tomorrow&state=all&by=street')).toEqual(read(''));
  expect([read('period=2027-03'), read('from=2026-12-01&to=2026-12-05')]).toEqual([read(''), read('')]);
});

test('the map is the last day of the period, at most today, unless chosen', () => {
  expect(mapDay(read('period=2024'), TODAY)).toBe('2024-12-31');
  expect(mapDay(read('period=2026'), TODAY)).toBe(TODAY);
  expect(mapDay(read('period=2024&map=now'), TODAY)).toBe(TODAY);
  expect(rollupQuery(read('period=2024&map=now'), null, TODAY).map).toBe(TODAY);
});

test('a step to another screen keeps the filters and drops the rest', () => {
  expect(keptQuery(new URLSearchParams('unit=3&cell=participants&state=provisional'))).toBe('?unit=3&state=provisional');
  expect(keptQuery(new URLSearchParams('cell=participants'))).toBe('');
  expect(queryText({ unit: 3, period: '2026-11' })).toBe('unit=3&period=2026-11');
});
