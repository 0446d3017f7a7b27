// A session's fields and its history, said in words.
import type { Change, Revision } from '../../api/types';
import { localDay } from '../../i18n/format';
import { day, instant, number, shortDay, time } from '../../i18n/formats';
import { isBlank } from '../../data/changes';
import { today, yesterday } from '../../data/clock';
import { serviceName, termName, unbroken } from '../../data/catalogue';
import { formField } from '../form/marks';
import { t } from '../i18n';
import { vi } from '../i18n/vi';

const isKey = (key: string): key is keyof typeof vi & `field.${string}` => key in vi;

/** "services.edongthap.completed" -> "e‑Dongthap, thành công". */
export const fieldName = (named: string): string => {
  const field = formField(named);
  const [name = '', code, part] = field.split('.');
  if (name === 'services' && code) {
    const service = serviceName(code);
    return part === 'completed' ? t('form.completed_of', { service }) : part ? t('form.assisted_of', { service }) : service;
  }
  const key = `field.${name}`;
  return isKey(key) ? t(key) : name;
};

const valueText = (field: string, value: unknown): string => {
  if (isBlank(value)) return t('history.blank');
  if (typeof value === 'number') return number(value);
  if (typeof value !== 'string') return '';
  if (field === 'date') return day(value);
  if (field === 'type') return termName('types', value);
  return field === 'audience' ? termName('audiences', value) : value;
};

// Ids say nothing to anybody: for these it is enough that they changed.
const UNSAYABLE = ['place_id', 'team_id', 'venue_id', 'partner_ids', 'co_team_ids', 'other_place_ids', 'conducted_by', 'services', 'difficulties'];

export const changeText = ({ field, from, to }: Change): string =>
  UNSAYABLE.includes(field)
    ? t('history.changed', { field: fieldName(field) })
    : t('history.from_to', { field: fieldName(field), from: valueText(field, from), to: valueText(field, to) });

const ACTIONS = {
  recorded: 'history.recorded',
  amended: 'history.amended',
  approved: 'history.approved',
  returned: 'history.returned',
  refused: 'history.refused',
  reopened: 'history.reopened',
  withdrawn: 'history.withdrawn',
} as const;
const isAction = (action: string): action is keyof typeof ACTIONS => action in ACTIONS;

export const entryText = ({ action, by }: Revision): string =>
  isAction(action) ? t(ACTIONS[action], { who: by?.name ?? '' }) : action;
export const entryTime = ({ at }: Pick<Revision, 'at'>): string => instant(at);
/** "14:05", "14:05 hôm qua", "14:05 ngày 19/11": how old a number is. */
export const whenSaid = (at: string): string => {
  const said = localDay(at);
  if (said === today()) return time(at);
  return said === yesterday() ? t('when.yesterday', { time: time(at) }) : t('when.day', { time: time(at), day: shortDay(said) });
};
export const quoted = (words: string): string => `“${unbroken(words.trim())}”`;
export const reasonsText = (reasons: readonly string[]): string => reasons.map((reason) => termName('reasons', reason)).join(' · ');
