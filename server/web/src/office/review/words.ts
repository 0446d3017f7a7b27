import type { Session } from '../../api/types';
import { day, number, period, shortDay } from '../../i18n/formats';
import { isBlank } from '../../data/changes';
import { serviceName, termName } from '../../data/catalogue';
import { fullName } from '../../data/units';
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

export const what = (session: Pick<Session, 'place' | 'date'>): string => `${day(session.date)}, ${placeOf(session)}`;
