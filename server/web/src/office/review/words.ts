import type { ListedSession, Session } from '../../api/types';
import { localDay } from '../../i18n/format';
import { day, number, period, shortDay } from '../../i18n/formats';
import { isBlank } from '../../data/changes';
import { serviceName, termName } from '../../data/catalogue';
import { fullName } from '../../data/units';
import { sentence } from '../../i18n/text';
import { isBy, isFlagged, mayDecide } from './facts';
import { t } from './i18n';
import { vi } from './fieldTexts';

type FieldKey = Extract<keyof typeof vi, `field.${string}`>;
const isKey = (key: string): key is FieldKey => key in vi;
const named = (name: string): string => (isKey(`field.${name}`) ? t(`field.${name}` as FieldKey) : name);

/** "services.edongthap.completed" -> "e-Dongthap, thành công". */
export const fieldName = (pointer: string): string => {
  const [first = '', service, part] = pointer.replace(/^\//, '').split(/[./]/);
  if (first !== 'services' || !service) return named(first);
  return part ? `${serviceName(service)}, ${named(part)}` : serviceName(service);
};

const LISTS = { type: 'types', audience: 'audiences' } as const;

/** A value of a change, in words. */
export const fieldValue = (field: string, value: unknown): string => {
  if (isBlank(value)) return t('history.blank');
  if (typeof value === 'number') return number(value);
  if (Array.isArray(value)) return value.map((one) => (field === 'difficulties' ? termName('difficulties', String(one)) : String(one))).join(', ');
  if (typeof value !== 'string') return JSON.stringify(value);
  if (field === 'date') return day(value);
  return field === 'type' || field === 'audience' ? termName(LISTS[field], value) : value;
};

/** "Báo không phát sinh tháng 11/2026". */
export const nilOf = ({ date }: Pick<Session, 'date'>): string => `${t('review.nil')} ${period(date.slice(0, 7))}`;

export const placeOf = ({ place }: Pick<Session, 'place'>): string => fullName(place);
/** Where there is room for a line only. */
export const briefly = ({ place, date }: Pick<Session, 'place' | 'date'>): string => `${shortDay(date)}, ${place.name}`;

type Entered = Pick<ListedSession, 'recorded_by' | 'submitted_by' | 'conducted_by' | 'source' | 'state' | 'may'>;

/** Who typed in a sheet of paper or brought in a file; null of what came from a phone. */
export const broughtBy = ({ source, recorded_by }: Pick<Entered, 'source' | 'recorded_by'>, reader: number | undefined): string | null => {
  const name = recorded_by.id === reader ? t('review.you') : recorded_by.name;
  if (source === 'paper') return t('review.from_paper', { name });
  return source === 'import' ? t('review.from_file', { name }) : null;
};

/** Who typed it in, where that is not whoever held it: from paper, from a file, or among what the level above decides. */
export const enteredBy = (session: Entered, reader: number | undefined): string => {
  const brought = broughtBy(session, reader);
  const isAbove = session.state === 'pending' && !mayDecide(session);
  if (brought !== null || !isAbove) return brought ?? '';
  return t('review.entered', { name: isBy(session, reader) ? t('review.you') : session.submitted_by.name });
};

export const what = (session: Pick<Session, 'place' | 'date'>): string => `${day(session.date)}, ${placeOf(session)}`;

/** Of a queue, as the desk says it: how many have flags, and since when the longest waits. */
export const summary = (items: readonly Pick<ListedSession, 'flags' | 'waiting_since'>[]): string => {
  const flagged = items.filter(isFlagged).length;
  const since = items.map((one) => localDay(one.waiting_since)).sort()[0];
  // Where all have flags, none comes first.
  const flags = flagged === 0 ? t('review.no_flags') : flagged < items.length && t('review.flagged_first', { n: flagged });
  return sentence([flags, since && t('review.oldest', { date: shortDay(since) })].filter(Boolean).join(' · '));
};
