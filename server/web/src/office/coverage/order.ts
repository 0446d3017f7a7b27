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

/** Of equals, those whose team can be asked. */
const key = (row: Sorted): string => `${row.last_session_on ?? ''} ${stateOf(row) === 'no_team' ? 1 : 0}`;

/** Longest without a session first, never before all, whether or not there is a team. */
export const byNeed = <R extends Sorted>(rows: readonly R[]): R[] =>
  rows
    .map((row, i) => ({ row, i, key: key(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.i - b.i))
    .map(({ row }) => row);

/** The hamlet that has waited longest. */
export const longest = <R extends Sorted>(rows: readonly R[]): R | null => byNeed(rows)[0] ?? null;
