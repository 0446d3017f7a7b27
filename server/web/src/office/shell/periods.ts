// Reporting periods as the server understands them: "2026", "2026-H1", "2026-Q4", "2026-11".
// Under Decree 09/2019 a period runs from the 15th of the month before to the 14th of its last.
export type Basis = 'calendar' | 'nd09';
export type PeriodKind = 'month' | 'quarter' | 'half' | 'year';
export type Days = { from: string; to: string };

export const PROGRAMME_START = '2022-01-01';
const MONTHS_IN: Record<PeriodKind, number> = { month: 1, quarter: 3, half: 6, year: 12 };

const pad = (n: number): string => String(n).padStart(2, '0');
const iso = (year: number, month: number, day: number): string => new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

export const kindOf = (period: string): PeriodKind => {
  const part = period.slice(5);
  if (part === '') return 'year';
  if (part.startsWith('Q')) return 'quarter';
  return part.startsWith('H') ? 'half' : 'month';
};

const code = (kind: PeriodKind, year: number, n: number): string => {
  if (kind === 'year') return String(year);
  if (kind === 'month') return `${year}-${pad(n)}`;
  return `${year}-${kind === 'quarter' ? 'Q' : 'H'}${n}`;
};

/** Months 1 to 12, quarters 1 to 4, halves 1 and 2, of one year. */
export const periodsOf = (kind: PeriodKind, year: number): string[] =>
  Array.from({ length: 12 / MONTHS_IN[kind] }, (_, i) => code(kind, year, i + 1));

export const isPeriod = (text: string): boolean => /^\d{4}(-(Q[1-4]|H[12]|0[1-9]|1[0-2]))?$/.test(text);

const lastMonth = (period: string): number => {
  const kind = kindOf(period);
  const n = kind === 'year' ? 1 : Number(period.slice(5).replace(/\D/, ''));
  return n * MONTHS_IN[kind];
};

export const daysOf = (period: string, basis: Basis): Days => {
  const year = Number(period.slice(0, 4));
  const last = lastMonth(period);
  const first = last - MONTHS_IN[kindOf(period)] + 1;
  return basis === 'nd09'
    ? { from: iso(year, first - 1, 15), to: iso(year, last, 14) }
    : { from: iso(year, first, 1), to: iso(year, last + 1, 0) };
};

/** The period of a kind in which a day lies. */
export const periodAt = (kind: PeriodKind, day: string, basis: Basis): string => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const closing = iso(year, month + (basis === 'nd09' && date > 14 ? 1 : 0), 1);
  return code(kind, Number(closing.slice(0, 4)), Math.ceil(Number(closing.slice(5, 7)) / MONTHS_IN[kind]));
};

/** The same stretch of time looked at by month, quarter, half or year: its last part. */
export const asKind = (period: string, kind: PeriodKind, today: string, basis: Basis): string => {
  const end = daysOf(period, basis).to;
  return periodAt(kind, end < today ? end : today, basis);
};

/** The twelve whole months that end with a day's month, up to that day. */
export const yearUpTo = (day: string): Days => {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const from = iso(year, month - 11, 1);
  return { from: from < PROGRAMME_START ? PROGRAMME_START : from, to: day };
};

export const yearsUpTo = (day: string): number[] => {
  const last = Number(day.slice(0, 4));
  return Array.from({ length: last - 2021 }, (_, i) => last - i);
};

/** Days from one to another; both may be the same. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
