// What the queue and the panel say of a session: pure.
import { realChanges } from '../../data/changes';
import type { Action, Change, Session, Usual } from '../../api/types';
import { localDay } from '../../i18n/format';
import { fold } from '../../i18n/text';

export const etagOf = ({ version }: { version: number }): string => `"v${version}"`;

export const completed = (session: Pick<Session, 'services'>, service: string): number | null => {
  const found = session.services?.find((one) => one.service === service);
  return found ? (found.completed ?? null) : null;
};

export const isFlagged = ({ flags }: Pick<Session, 'flags'>): boolean => flags.length > 0;

type Authors = Pick<Session, 'recorded_by' | 'submitted_by' | 'conducted_by'>;

/** Nobody reviews what they recorded, held, or handed in for somebody else. */
export const isBy = ({ recorded_by, submitted_by, conducted_by }: Authors, user: number | undefined): boolean =>
  [recorded_by.id, submitted_by.id, conducted_by?.id].includes(user);

const DECISIONS: readonly Action[] = ['approve', 'return', 'refuse', 'reopen'];
type May = { may: readonly Action[] };

/** Whether it is the reader's to decide; of what staff entered, whoever stands above them decides. */
export const mayDecide = ({ may }: May): boolean => DECISIONS.some((decision) => may.includes(decision));

/** What "approve those without flags" would take. */
export const clean = <S extends Pick<Session, 'flags' | 'state'> & May>(sessions: readonly S[]): S[] =>
  sessions.filter((one) => one.state === 'pending' && !isFlagged(one) && mayDecide(one));

/** Far above the team's usual: worth a second look. */
export const isUnusual = (value: number | null, usual: number | null): boolean =>
  value !== null && usual !== null && usual > 0 && value >= 3 * usual;

/** What one record says: a number, or of a service those guided and those who succeeded, in the order
 * of the form and of the paper. */
export type Figures = readonly [string] | readonly [string, string];
/** A line of two records beside each other. */
export type Row = { key: string; service?: string; left: Figures; right: Figures; isMarked: boolean };

export const SPLITS = ['first_time', 'female', 'elderly', 'households', 'volunteers'] as const;

export type Format = (n: number) => string;
export const DASH = '–';
export const shown = (n: number | null | undefined, format: Format): string => (n === null || n === undefined ? DASH : format(n));
export const pair = (assisted: number | null | undefined, done: number | null | undefined, format: Format): Figures => [shown(assisted, format), shown(done, format)];

/** The session's numbers beside the team's usual ones, in the order of the form. */
export const compared = (session: Session, usual: Usual | undefined, format: Format): Row[] => {
  const turns = usual?.participants ?? null;
  const people: Row = {
    key: 'turns',
    left: [shown(session.participants, format)],
    right: [shown(turns, format)],
    isMarked: isUnusual(session.participants, turns),
  };
  const services = (session.services ?? []).map(({ service, assisted, completed: done }): Row => {
    const before = usual?.services[service];
    return {
      key: `service-${service}`,
      service,
      left: pair(assisted, done, format),
      right: pair(before?.assisted, before?.completed, format),
      isMarked: isUnusual(done ?? null, before?.completed ?? null),
    };
  });
  const splits = SPLITS.flatMap((key): Row[] => {
    const value = session[key];
    return value === null ? [] : [{ key, left: [format(value)], right: [''], isMarked: false }];
  });
  return [people, ...services, ...splits];
};

/** The fields that a return can point at: those that this session has. */
export const markable = (session: Session): string[] => [
  'date',
  'place_id',
  'type',
  'audience',
  'participants',
  ...(session.services ?? []).flatMap(({ service, completed: done }) => [
    `services.${service}.assisted`,
    ...(done === null ? [] : [`services.${service}.completed`]),
  ]),
  ...SPLITS.filter((key) => session[key] !== null),
  ...(session.note ? ['note'] : []),
];

/** Changes that say something to an officer; the rest is bookkeeping. */
export const telling = (changes: readonly Change[]): Change[] => realChanges(changes).filter(({ field }) => !/^(client|source|content_hash)/.test(field));

/** Sent again by its author after a decision; what a reviewer took back was not. */
export const isSentAgain = ({ review, state, changed_at }: Pick<Session, 'review' | 'state' | 'changed_at'>): boolean =>
  state === 'pending' && review !== null && (review.action !== 'reopened' || changed_at > review.at);

const DAY_MS = 86_400_000;
/** More than five working days before `today`, as the desk counts: Monday to Friday. */
export const isLate = ({ state, waiting_since }: Pick<Session, 'state' | 'waiting_since'>, today: string): boolean => {
  if (state !== 'pending') return false;
  let passed = 0;
  for (let at = Date.parse(localDay(waiting_since)) + DAY_MS; at < Date.parse(today); at += DAY_MS) {
    passed += [0, 6].includes(new Date(at).getUTCDay()) ? 0 : 1;
    if (passed === 5) return true;
  }
  return false;
};

export const neighbour = (ids: readonly string[], id: string, step: 1 | -1): string | null => {
  const at = ids.indexOf(id);
  if (at < 0) return ids[0] ?? null;
  return ids[at + step] ?? null;
};

/** The team, where its name says more than the place does: "Tổ ... ấp 1, xã Lấp Vò" at Ấp 1 does not. */
export const otherTeam = ({ team, place }: Pick<Session, 'team' | 'place'>): string | null =>
  fold(team.name).includes(fold(place.name)) && team.kind === 'hamlet' ? null : team.name;

/** Which session to open first: one that is the reviewer's to decide. */
export const firstOf = <S extends May & { id: string }>(sessions: readonly S[]): string | null => (sessions.find(mayDecide) ?? sessions[0])?.id ?? null;

/** Whether the next one is opened by itself: after those without flags nobody should approve a flagged
 * one by habit. */
export const goesOn = (decided: Pick<Session, 'flags'> | undefined, next: (Pick<Session, 'flags'> & May) | undefined): boolean =>
  decided === undefined || isFlagged(decided) || next === undefined || !isFlagged(next) || !mayDecide(next);

/** Which session to open after one is decided: the next that is the reviewer's to decide, then one
 * that was passed over, then whatever is left. */
export const following = <S extends May & { id: string }>(sessions: readonly S[], id: string): string | null => {
  const at = sessions.findIndex((one) => one.id === id);
  const others = [...sessions.slice(at + 1), ...sessions.slice(0, Math.max(at, 0)).reverse()].filter((one) => one.id !== id);
  return firstOf(others);
};

/** After two were made one: the one that stands for both, where it is in the list and to be decided
 * about; else on from the place of the one that is gone. */
export const afterMerging = <S extends May & { id: string }>(sessions: readonly S[], kept: string, gone: string): string | null =>
  sessions.some(({ id }) => id === kept) ? kept : following(sessions, gone);
