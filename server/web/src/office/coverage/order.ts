// Which hamlets need a visit first. Pure.
import type { CoverRow, CoverState } from '../../api/types';

export const COVER_STATES: readonly CoverState[] = ['active', 'nil', 'silent', 'no_team'];

/** How a hamlet stands in the period: as in its last month. */
export const stateOf = (row: Pick<CoverRow, 'states'>): CoverState | null => row.states[row.states.length - 1] ?? null;

type Sorted = Pick<CoverRow, 'states' | 'last_session_on'>;

/** The last month in which somebody came: a hamlet can be reached by a session held next door. */
export const lastMonth = ({ states }: Pick<CoverRow, 'states'>, months: readonly string[]): string | null =>
  months[states.lastIndexOf('active')] ?? null;

/** Longest without a session first, never before all; who has no team yet waits for another kind of help. */
export const byNeed = <R extends Sorted>(rows: readonly R[], months: readonly string[]): R[] => {
  const seen = (row: R): string => [row.last_session_on ?? '', lastMonth(row, months) ?? ''].sort()[1] ?? '';
  const key = (row: R): string => `${stateOf(row) === 'no_team' ? 1 : 0}${seen(row)}`;
  return rows
    .map((row, i) => ({ row, i, key: key(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.i - b.i))
    .map(({ row }) => row);
};
