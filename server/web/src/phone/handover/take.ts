// Into the outbox of this phone what another has written out: the same ids and texts, so that
// whichever arrives first, the second is a repetition.
import type { SessionBody } from '../../api/types';
import { now, WRONG_MS } from '../../data/clock';
import { fromText, type Carried } from '../../data/handover';
import { localDay } from '../../i18n/format';
import { bodyOfSession } from '../form/form';
import { CLOCK } from '../outbox/verdict';
import { placeName } from '../places';
import type { CachedSession, Unsent } from '../store/schema';
import type { Frozen } from '../store/unsent';

export type Sorted = { mine: Carried[]; others: number; damaged: number };

export const sorted = (text: string, personId: number): Sorted => {
  const { handovers, damaged } = fromText(text);
  const mine = handovers.filter(({ author_id }) => author_id === personId).flatMap(({ items }) => items);
  const all = handovers.reduce((sum, { items }) => sum + items.length, 0);
  return { mine, others: all - mine.length, damaged: damaged.length };
};

/** The last word on each session, of those that are not here already. */
export const missingHere = (items: readonly Carried[], unsent: readonly Pick<Unsent, 'id'>[]): Carried[] =>
  [...new Map(items.map((item) => [item.id, item])).values()].filter(({ id }) => !unsent.some((one) => one.id === id));

/** Of a withdrawal only the server, or this phone's memory, knows what it is about. */
const shown = (item: Carried, known: CachedSession | undefined): string =>
  JSON.stringify(known ? bodyOfSession(known) : { date: localDay(item.frozen_at), team_id: 0, place_id: 0 });

/** Written by a clock that runs ahead of every other: the day is asked before it is sent. */
const isAhead = ({ frozen_at }: Carried): boolean => new Date(frozen_at).getTime() > now().getTime() + WRONG_MS;

export const thawed = (item: Carried, known: CachedSession | undefined, placeOf: (id: number) => string): Frozen => {
  const body = item.session ?? shown(item, known);
  const { place_id } = JSON.parse(body) as SessionBody;
  return {
    id: item.id,
    op: item.op,
    body,
    reason: item.reason,
    hash: null,
    etag: item.if_match,
    place: known ? placeName(known.place) : placeOf(place_id),
    frozenAt: item.frozen_at,
    stamp: null,
    dayIsSure: !isAhead(item),
    refusal: isAhead(item) && item.op !== 'withdraw' ? { status: 0, code: CLOCK, detail: '', errors: [] } : null,
  };
};
