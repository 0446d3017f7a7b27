// Numbers, rates and days as Vietnam writes them (domain.md 6.4). Pure: the language is an
// argument here; ./formats.ts binds it to the one on screen.

export type Locale = 'vi' | 'en';

const ROMAN = ['I', 'II', 'III', 'IV'] as const;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
// Vietnam has kept UTC+7 without summer time since 1975.
const HANOI_OFFSET_MS = 7 * 3_600_000;

export const formatNumber = (n: number, locale: Locale): string => {
  const [whole = '', fraction] = Math.abs(n).toString().split('.');
  const [group, decimal] = locale === 'vi' ? ['.', ','] : [',', '.'];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return (n < 0 ? '−' : '') + grouped + (fraction ? decimal + fraction : '');
};

/** Rounds half up from the exact fraction, and never claims all or nothing when it is not. */
export const formatPercent = (numerator: number, denominator: number, locale: Locale): string => {
  if (denominator === 0) return '—';
  const comma = locale === 'vi' ? ',' : '.';
  if (numerator === 0) return '0%';
  if (numerator === denominator) return '100%';
  const tenths = Math.floor((2000 * numerator + denominator) / (2 * denominator));
  if (tenths === 0) return `<0${comma}1%`;
  if (tenths === 1000) return numerator < denominator ? `>99${comma}9%` : `>100%`;
  return `${formatNumber(Math.floor(tenths / 10), locale)}${comma}${tenths % 10}%`;
};

/** "2024-04-05" -> "05/04/2024", in both languages so that no one reads May for April. */
export const formatDay = (iso: string): string => iso.slice(0, 10).split('-').reverse().join('/');
const WEEKDAYS = {
  vi: ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;
/** "2026-11-22" -> "Chủ nhật, 22/11/2026": a date picked by a slip shows itself. */
export const formatLongDay = (iso: string, locale: Locale): string =>
  `${WEEKDAYS[locale][new Date(`${iso.slice(0, 10)}T00:00:00Z`).getUTCDay()] ?? ''}, ${formatDay(iso)}`;
export const formatShortDay = (iso: string): string => formatDay(iso).slice(0, 5);

const inHanoi = (instant: string | Date): string =>
  new Date(new Date(instant).getTime() + HANOI_OFFSET_MS).toISOString();
export const formatTime = (instant: string | Date): string => inHanoi(instant).slice(11, 16);
export const localDay = (instant: string | Date): string => inHanoi(instant).slice(0, 10);
export const formatInstant = (instant: string | Date): string =>
  `${formatTime(instant)} ${formatDay(localDay(instant))}`;

/** "2024" | "2024-03" | "2024-Q1" | "2024-H1" in words. */
export const formatPeriod = (period: string, locale: Locale): string => {
  const [year = '', part = ''] = period.split('-');
  const n = Number(part.replace(/^[QH]/, ''));
  const vietnamese = locale === 'vi';
  if (part === '') return vietnamese ? `năm ${year}` : year;
  if (part.startsWith('Q')) return vietnamese ? `quý ${ROMAN[n - 1]}/${year}` : `Q${n} ${year}`;
  if (part.startsWith('H')) {
    if (!vietnamese) return `${n === 1 ? 'first' : 'second'} half of ${year}`;
    return `6 tháng ${n === 1 ? 'đầu' : 'cuối'} năm ${year}`;
  }
  return vietnamese ? `tháng ${n}/${year}` : `${MONTHS[n - 1]} ${year}`;
};

/** What someone typed as a count: blank is null ("not recorded"), unreadable is NaN. */
export const parseCount = (typed: string): number | null => {
  const text = typed.trim();
  if (text === '') return null;
  return /^(\d{1,9}|\d{1,3}(\.\d{3}){1,2})$/.test(text) ? Number(text.replace(/\./g, '')) : NaN;
};
