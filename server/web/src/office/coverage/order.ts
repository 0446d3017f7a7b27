// Which hamlets need a visit first. Pure.
import type { CoverRow, CoverState } from '../../api/types';

export const COVER_STATES: readonly CoverState[] = ['active', 'nil', 'silent', 'no_team'];

/** What the list may be narrowed to: one state, or all that had no session in the month. */
export const FILTERS = ['without', ...COVER_STATES] as const;
export type Only = (typeof FILTERS)[number];

/** How a hamlet stands in the period: as in its last month. */
export const stateOf = (row: Pick<CoverRow, 'states'>): CoverState | null => row.states[row.states.length - 1] ?? null;

/** A report that there was nothing is no session. */
export const fits = (row: Pick<CoverRow, 'states'>, only: Only | null): boolean => {
  const state = stateOf(row);
  return only === null || (only === 'without' ? state !== 'active' : state === only);
};

type Sorted = Pick<CoverRow, 'states' | 'last_session_on'>;

const isTeamless = (row: Sorted): boolean => stateOf(row) === 'no_team';
const key = (row: Sorted): string => `${isTeamless(row) ? 1 : 0}${row.last_session_on ?? ''}`;

/** Longest without a session first, never before all; who has no team yet waits for another kind of help. */
export const byNeed = <R extends Sorted>(rows: readonly R[]): R[] =>
  rows
    .map((row, i) => ({ row, i, key: key(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.i - b.i))
    .map(({ row }) => row);

/** The hamlet that has waited longest, of those with a team. */
export const longest = <R extends Sorted>(rows: readonly R[]): R | null => byNeed(rows.filter((row) => !isTeamless(row)))[0] ?? null;
