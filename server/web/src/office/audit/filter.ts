// What of the log the address asks for: pure, so that a link shows a colleague the same.
import { isDay } from '../shell/periods';

export const LOG_KINDS = ['sessions', 'teams', 'people', 'sign_ins', 'downloads', 'denials', 'system'] as const;
export type LogKind = (typeof LOG_KINDS)[number];

export type LogFilter = { kind: LogKind | null; person: number | null; about: number | null; object: string | null; from: string | null; to: string | null };

const id = (text: string | null): number | null => (text && /^[1-9]\d{0,9}$/.test(text) ? Number(text) : null);
const dayOr = (text: string | null): string | null => (text && isDay(text) ? text : null);

export const readLogFilter = (query: URLSearchParams): LogFilter => ({
  kind: LOG_KINDS.find((one) => one === query.get('kind')) ?? null,
  person: id(query.get('person')),
  about: id(query.get('about')),
  object: query.get('object'),
  from: dayOr(query.get('from')),
  to: dayOr(query.get('to')),
});

type Query = { [Name in keyof LogFilter]?: NonNullable<LogFilter[Name]> };
/** The same as a query for the server: what is not asked for is left out. */
export const logQuery = (filter: LogFilter): Query => Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null)) as Query;
export const isNarrowed = (filter: LogFilter): boolean => Object.keys(logQuery(filter)).length > 0;
