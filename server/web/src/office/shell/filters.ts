// What the address says about area, period, map and state: pure, so that a link means the
// same for everybody who opens it.
import type { By, RollupQuery } from '../../api/types';
import { daysOf, isDay, isPeriod, periodAt, type Basis, type Days } from './periods';

export type Filters = {
  /** null: the reader's own area. */
  unit: number | null;
  /** null: custom days in from and to. */
  period: string | null;
  days: Days;
  basis: Basis;
  /** null: the last day of the period; "now": today, whatever the period. */
  map: string | null;
  state: 'official' | 'provisional';
  by: By | null;
};

const LEVELS: readonly string[] = ['district', 'commune', 'hamlet', 'team'];
const isBy = (text: string | null): text is By => text !== null && LEVELS.includes(text);

const STATES = ['official', 'provisional'] as const;

/** `usual`: the sessions that count on a screen whose address does not say. */
export const readFilters = (query: URLSearchParams, today: string, usual: Filters['state'] = 'official'): Filters => {
  const unit = Number(query.get('unit'));
  const basis = query.get('basis') === 'nd09' ? 'nd09' : 'calendar';
  const from = query.get('from') ?? '';
  const to = query.get('to') ?? '';
  const isCustom = isDay(from) && isDay(to) && from <= to && from <= today;
  const named = query.get('period') ?? '';
  // Of days to come there is nothing to say, as there is of a month that is none.
  const hasBegun = isPeriod(named) && daysOf(named, basis).from <= today;
  const period = isCustom ? null : hasBegun ? named : periodAt('month', today, basis);
  const map = query.get('map') ?? '';
  const by = query.get('by');
  return {
    unit: Number.isInteger(unit) && unit > 0 ? unit : null,
    period,
    days: period === null ? { from, to } : daysOf(period, basis),
    basis,
    map: map === 'now' || isDay(map) ? map : null,
    state: STATES.find((state) => state === query.get('state')) ?? usual,
    by: isBy(by) ? by : null,
  };
};

/** The day whose administrative units are shown. */
export const mapDay = ({ map, days }: Filters, today: string): string => {
  if (map === 'now') return today;
  return map ?? (days.to < today ? days.to : today);
};

export const rollupQuery = (filters: Filters, home: number | null, today: string): RollupQuery => {
  const unit = filters.unit ?? home;
  return {
    ...(unit !== null && { unit }),
    ...(filters.period === null ? filters.days : { period: filters.period }),
    ...(filters.period !== null && filters.basis === 'nd09' && { basis: 'nd09' }),
    ...(filters.map !== null && { map: mapDay(filters, today) }),
    ...(filters.state === 'provisional' && { state: 'provisional' }),
    ...(filters.by !== null && { by: filters.by }),
  };
};

export const queryText = (query: object): string =>
  new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString();

const KEPT = ['unit', 'period', 'from', 'to', 'basis', 'map', 'state'];

/** The query that goes along from one screen to the next. */
export const keptQuery = (query: URLSearchParams, names: readonly string[] = KEPT): string => {
  const kept = new URLSearchParams([...query].filter(([name]) => names.includes(name)));
  const text = kept.toString();
  return text && `?${text}`;
};
