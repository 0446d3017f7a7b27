import { expect, test } from 'vitest';
import type { CoverState } from '../../api/types';
import { byNeed, fits, longest, stateOf } from './order';

const row = (name: string, last: string | null, ...states: CoverState[]) => ({ name, last_session_on: last, states });

test('who waits longest comes first, with or without a team', () => {
  const rows = [
    row('none', null, 'no_team'),
    row('recent', '2026-11-20', 'active'),
    row('long', '2026-03-01', 'silent'),
    row('longer', '2025-03-13', 'no_team'),
    row('never', null, 'silent'),
  ];
  expect(byNeed(rows).map(({ name }) => name)).toEqual(['never', 'none', 'longer', 'long', 'recent']);
  expect(longest(rows.slice(1, 4))?.name).toBe('longer');
  expect(longest([])).toBe(null);
});

test('the last month says how a hamlet stands', () => {
  expect(stateOf(row('a', null, 'active', 'nil'))).toBe('nil');
  expect(stateOf(row('b', null))).toBe(null);
});

test('a hamlet that reported nothing had no session either', () => {
  const states: CoverState[] = ['active', 'nil', 'silent', 'no_team'];
  const kept = (only: Parameters<typeof fits>[1]) => states.filter((state) => fits(row(state, null, 'active', state), only));
  expect(kept('without')).toEqual(['nil', 'silent', 'no_team']);
  expect(kept('silent')).toEqual(['silent']);
  expect(kept(null)).toEqual(states);
});
