// What was found, in words, and where it opens: pure.
import { OFFICE } from '../../account/account';
import type { Found } from '../../api/types';
import { spacedPhone } from '../../data/phone';
import { day } from '../../i18n/formats';
import { inside } from '../../i18n/text';
import { t } from './i18n';

/** Fewer letters would find everything. */
export const SHORTEST = 2;
export const AT_MOST = 12;

/** As many as were asked for are mostly not all. */
export const isFull = (n: number): boolean => n >= AT_MOST;
export const foundWords = (n: number): string => t(isFull(n) ? 'search.closest' : 'search.found', { n });

export const hrefOfFound = ({ kind, id, title }: Found): string => {
  if (kind === 'session') return `${OFFICE}duyet-buoi?receipt=${title}&session=${id}`;
  if (kind === 'unit') return `${OFFICE}bao-phu?unit=${id}`;
  return OFFICE + (kind === 'team' ? 'to/' : 'nguoi-dung/') + id;
};

/** A place that is no more says at once what it is today. */
export const titleOfFound = ({ title, now }: Found): string => {
  if (!now) return title;
  const words = { name: title, now: inside(now.name) };
  return now.is_same ? t('found.now_is', words) : t('found.now_in', words);
};

export const detailOfFound = ({ kind, detail, level, role, phone, state, ending, date, until }: Found): string =>
  [
    kind === 'unit' && level !== null && t(`level.${level}`),
    role !== null && t(`role.${role}`),
    date !== null && day(date),
    state !== null && (ending === 'merged' || ending === 'undone' ? t(`ending.${ending}`) : t(`state.${state}`)),
    detail ?? (role === 'volunteer' && t('found.no_team')),
    phone !== null && spacedPhone(phone),
    until !== null && (kind === 'person' ? t('found.disabled') : t('found.until', { date: day(until) })),
  ]
    .filter(Boolean)
    .join(' · ');

export type Group = { kind: Found['kind']; items: Found[] };

/** As the server ordered them, each kind under its heading. */
export const grouped = (items: readonly Found[]): Group[] => {
  const groups: Group[] = [];
  for (const found of items) {
    const last = groups[groups.length - 1];
    if (last?.kind === found.kind) last.items.push(found);
    else groups.push({ kind: found.kind, items: [found] });
  }
  return groups;
};

/** Around the list and back to what is typed (null), as the arrow keys go. */
export const stepped = (active: number | null, by: 1 | -1, n: number): number | null => {
  const next = (active ?? (by === 1 ? -1 : n)) + by;
  return next < 0 || next >= n ? null : next;
};
