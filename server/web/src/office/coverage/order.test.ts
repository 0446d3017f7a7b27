import { expect, test } from 'vitest';
import type { CoverState } from '../../api/office';
import { byNeed, stateOf } from './order';

const row = (name: string, last: string | null, ...states: CoverState[]) => ({ name, last_session_on: last, states });

test('who waits longest comes first, who has no team comes last', () => {
  const rows = [
    row('none', null, 'no_team'),
    row('recent', '2026-11-20', 'active'),
    row('long', '2026-03-01', 'silent'),
    row('never', null, 'silent'),
  ];
  expect(byNeed(rows).map(({ name }) => name)).toEqual(['never', 'long', 'recent', 'none']);
});

test('the last month says how a hamlet stands', () => {
  expect(stateOf(row('a', null, 'active', 'nil'))).toBe('nil');
  expect(stateOf(row('b', null))).toBe(null);
});
