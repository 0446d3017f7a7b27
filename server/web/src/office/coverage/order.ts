// Which hamlets need a visit first. Pure.
import type { CoverRow, CoverState } from '../../api/office';

export const COVER_STATES: readonly CoverState[] = ['active', 'nil', 'silent', 'no_team'];

/** How a hamlet stands in the period: as in its last month. */
export const stateOf = (row: Pick<CoverRow, 'states'>): CoverState | null => row.states[row.states.length - 1] ?? null;

type Sorted = Pick<CoverRow, 'states' | 'last_session_on'>;

/** Longest without a session first, never before all; who has no team yet waits for another kind of help. */
export const byNeed = <R extends Sorted>(rows: readonly R[]): R[] => {
  const key = (row: R): string => `${stateOf(row) === 'no_team' ? 1 : 0}${row.last_session_on ?? ''}`;
  return rows
    .map((row, i) => ({ row, i, key: key(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.i - b.i))
    .map(({ row }) => row);
};
