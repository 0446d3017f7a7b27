import { expect, test } from 'vitest';
import type { CoverState } from '../../api/types';
import { byNeed, lastMonth, stateOf } from './order';

const row = (name: string, last: string | null, ...states: CoverState[]) => ({ name, last_session_on: last, states });

test('who waits longest comes first, who has no team comes last', () => {
  const rows = [
    row('none', null, 'no_team'),
    row('recent', '2026-11-20', 'active'),
    row('long', '2026-03-01', 'silent'),
    row('never', null, 'silent'),
  ];
  expect(byNeed(rows, ['2026-11']).map(({ name }) => name)).toEqual(['never', 'long', 'recent', 'none']);
});

test('the last month says how a hamlet stands', () => {
  expect(stateOf(row('a', null, 'active', 'nil'))).toBe('nil');
  expect(stateOf(row('b', null))).toBe(null);
});

test('a session held next door counts as seen', () => {
  const months = ['2026-09', '2026-10', '2026-11'];
  expect(lastMonth(row('a', null, 'silent', 'active', 'silent'), months)).toBe('2026-10');
  expect(lastMonth(row('b', null, 'silent', 'silent', 'silent'), months)).toBe(null);
  const rows = [row('next door', null, 'silent', 'active', 'silent'), row('own', '2026-09-03', 'active', 'silent', 'silent')];
  expect(byNeed(rows, months).map(({ name }) => name)).toEqual(['own', 'next door']);
});
