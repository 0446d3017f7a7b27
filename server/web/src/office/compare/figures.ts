// What places may be compared by, and against what. Pure.
import type { Comparison } from '../../api/types';
import { descending } from '../charts/scale';

export type Per = NonNullable<Comparison['per']>;
export type Level = Comparison['by'];

const OF_HAMLETS = ['hamlets_reached', 'hamlets_with_team'];
const SHARES = [...OF_HAMLETS, 'active_teams', 'on_time'];
const COUNTS = ['participants', 'sessions.all'];
const MORE_COUNTS = ['sessions.outing', 'sessions.home_visit', 'households', 'elderly', 'female'];

/** The figures offered for a level: turns and sessions, then shares, then what people can do now. One
 * hamlet has no share of hamlets. */
export const figuresOf = (services: readonly string[], by: Level): string[] => [
  ...COUNTS,
  ...SHARES.filter((cell) => by !== 'hamlet' || !OF_HAMLETS.includes(cell)),
  ...services.map((code) => `services.${code}.completed`),
  ...MORE_COUNTS,
];

/** What a count is set against to be fair; a share is fair as it is. */
export const perOf = (cell: string): Per | null => (SHARES.includes(cell) ? null : cell === 'households' ? 'households' : 'population');

const LEVELS: readonly Level[] = ['district', 'commune', 'hamlet'];

/** Below a unit; the levels that a land does not have are told apart by the server. */
export const levelsOf = (unit: Comparison['unit']['level']): Level[] => LEVELS.slice(LEVELS.findIndex((level) => level === unit) + 1);

export const SORTS = ['rank', 'change'] as const;
export type Sort = (typeof SORTS)[number];

type Changed = Pick<Comparison['rows'][number], 'year_before'>;

const changeOf = ({ year_before }: Changed): number | null => (year_before?.kind === 'points' ? year_before.difference : (year_before?.percent ?? null));

/** By what has grown most since last year; without a change to tell of a place comes last. Equals keep
 * their rank's order, which is how the rows come. */
export const sorted = <Row extends Changed>(rows: readonly Row[], sort: Sort): Row[] =>
  sort === 'rank' ? [...rows] : descending(rows, (row) => changeOf(row) ?? -Infinity);

/** "+12,4", "−3", "0"; one decimal where there is a fraction of one. */
export const signed = (n: number, text: (n: number) => string): string => (n > 0 ? `+${text(n)}` : n < 0 ? text(n) : '0');
