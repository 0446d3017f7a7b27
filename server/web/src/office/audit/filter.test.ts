import { expect, test } from 'vitest';
import { isNarrowed, logQuery, readLogFilter } from './filter';

test('what the address does not say, or says wrongly, narrows nothing', () => {
  const filter = readLogFilter(new URLSearchParams('kind=gossip&person=x&from=2026-13-99'));
  expect(logQuery(filter)).toEqual({});
  expect(isNarrowed(filter)).toBe(false);
});

test('what it says is asked of the server', () => {
  const filter = readLogFilter(new URLSearchParams('kind=people&about=7&from=2026-11-01'));
  expect(logQuery(filter)).toEqual({ kind: 'people', about: 7, from: '2026-11-01' });
});
