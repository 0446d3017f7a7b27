// Entries of the log in words: what was done, to what, and the rest of it. Pure.
import { OFFICE } from '../../account/account';
import type { LogEntry } from '../../api/types';
import { termName } from '../../data/catalogue';
import { day, number, period } from '../../i18n/formats';
import { called } from '../teams/called';
import { t } from './i18n';
import { vi } from './texts';

type ActionKey = Extract<keyof typeof vi, `did.${string}`>;
const isDeed = (key: string): key is ActionKey => key in vi;

/** An action that has no words yet is shown by its code; a test sees that there is none. */
export const inWords = ({ action, team_kind }: Pick<LogEntry, 'action' | 'team_kind'>): string => {
  const key = `did.${action}`;
  return isDeed(key) ? called(t(key), team_kind ?? 'hamlet') : action;
};

/** Where the thing can be seen, for those that have a screen. */
export const hrefOfObject = ({ object_type, object_id }: Pick<LogEntry, 'object_type' | 'object_id'>): string | null => {
  if (object_type === 'session') return `${OFFICE}duyet-buoi?session=${object_id}`;
  if (object_type === 'user') return Number(object_id) > 0 ? `${OFFICE}nguoi-dung/${object_id}` : null;
  if (object_type === 'import') return `${OFFICE}nhap-du-lieu/${object_id}`;
  return object_type === 'team' ? `${OFFICE}to/${object_id}` : null;
};

type Changed = Extract<keyof typeof vi, `changed.${string}`>;
const isChanged = (key: string): key is Changed => key in vi;
type Coded = Extract<keyof typeof vi, `detail.${'code' | 'kind' | 'stays' | 'source'}_${string}`>;
const isCoded = (key: string): key is Coded => key in vi;

type Entry = Pick<LogEntry, 'people' | 'action' | 'subject' | 'details' | 'team_kind'>;
const texts = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');

const coded = (name: 'code' | 'kind' | 'stays' | 'source', value: unknown): string => {
  const key = `detail.${name}_${String(value)}`;
  return isCoded(key) ? t(key) : '';
};

type FileKey = Extract<keyof typeof vi, `file.${string}`>;
const isFile = (key: string): key is FileKey => key in vi;
const fileOf = (name: string): string => {
  const key = `file.${name}`;
  return isFile(key) ? t(key) : name;
};

/** What an entry is about: by its name where it has one; a file by what is in it, a list that was brought in by its file. */
export const subjectOf = ({ subject, object_type, object_id, details }: Pick<LogEntry, 'subject' | 'object_type' | 'object_id' | 'details'>): string | null => {
  // Those of before the log kept the file's name are called by their kind.
  if (object_type === 'import') return texts(details['file'])[0] ?? (coded('kind', details['kind']) || null);
  if (object_type === 'report') return fileOf(object_id);
  // What is there no more is called as it was.
  return subject ?? (texts(details['name'])[0] || (object_type === 'team' ? t('audit.gone_team') : null));
};

const kindOf = (value: unknown, { action, details }: Entry): string => {
  if (action.startsWith('import.') && !('file' in details)) return '';
  if (action !== 'team.created' && action !== 'team.deleted') return coded('kind', value);
  return value === 'hamlet' || value === 'commune' || value === 'youth' || value === 'agency' ? t(`kind.${value}`) : '';
};
const roleOf = (value: unknown): string =>
  value === 'volunteer' || value === 'officer' || value === 'province_staff' || value === 'system_administrator' ? t(`role.${value}`) : '';
const namesOf = (value: unknown, { people }: Entry): string => {
  const ids = Array.isArray(value) ? value : [value];
  return people.filter(({ id }) => ids.includes(id)).map(({ name }) => name).join(', ');
};
/** Who had the lead, and what became of them: nobody, where there was none. */
const formerOf = (value: unknown, entry: Entry): string => {
  const [names, stays] = [namesOf(value, entry), coded('stays', entry.details['stays'])];
  return names && stays ? `${names} (${stays})` : names;
};
const dayOf = (value: unknown): string => (typeof value === 'string' ? day(value) : '');
const numberOf = (value: unknown): string => (typeof value === 'number' ? number(value) : '');

type Say = (value: unknown, entry: Entry) => string;
/** What a detail says. What stands in no row here means something to machines only. */
const SAYING = {
  user: namesOf,
  to: namesOf,
  giver: namesOf,
  former: formerOf,
  members: namesOf,
  for: namesOf,
  source: (value) => coded('source', value),
  other: (value) => texts(value).join(''),
  reasons: (value) => texts(value).map((code) => termName('reasons', code)).join(', '),
  comment: (value) => texts(value).join(''),
  on: dayOf,
  fields: (value) => texts(value).map((name) => `changed.${name}`).filter(isChanged).map((key) => t(key)).join(', '),
  role: roleOf,
  kind: kindOf,
  name: (value, { subject }) => texts(value).filter((name) => subject !== null && name !== subject).join(''),
  code: (value) => coded('code', value),
  population: numberOf,
  households: numberOf,
  rows: numberOf,
  added: numberOf,
  corrected: numberOf,
  sessions: numberOf,
  day: dayOf,
} satisfies Record<string, Say>;
const ORDER = Object.keys(SAYING) as (keyof typeof SAYING)[];

const filterOf = (filter: unknown): [string, string][] => {
  if (typeof filter !== 'object' || filter === null) return [];
  const { period: named, from, to, state } = filter as Record<string, unknown>;
  return [
    ...(typeof named === 'string' ? [[t('detail.period'), period(named)] as [string, string]] : []),
    ...(typeof from === 'string' && typeof to === 'string' ? [[t('detail.days'), t('period.days', { from: day(from), to: day(to) })] as [string, string]] : []),
    ...(state === 'official' || state === 'provisional' ? [[t('state.which'), t(state)] as [string, string]] : []),
  ];
};

/** The rest of an entry, as pairs of words. */
export const shownDetails = (entry: Entry): [string, string][] => {
  const { details, team_kind } = entry;
  const said = ORDER.filter((name) => name in details).map((name): [string, string] => [called(t(`detail.${name}`), team_kind ?? 'hamlet'), (SAYING[name] as Say)(details[name], entry)]);
  return [...said.filter(([, value]) => value !== ''), ...filterOf(details['filter'])];
};
