// Counting while the session goes on: every tap is kept in its order, so that a slip is taken back
// by what it was, and the totals are whatever the taps say.
import { localDay } from '../../i18n/format';
import type { Clock, Form, Taps, Taught } from '../form/form';

/** What one tap stands for: a person guided, or the code of a service that worked out. */
export const PEOPLE = 'people';

export type Tally = Taps & {
  team_id: number;
  /** What the form held besides, when the counting went on after it. */
  written?: { id: string; form: Form };
};

export const startedDay = ({ startedAt }: Pick<Tally, 'startedAt'>): string => localDay(startedAt);

export const countOf = (taps: readonly string[], what: string): number => taps.filter((tapped) => tapped === what).length;

export const withTap = (tally: Tally | null, what: string, team_id: number, clock: Clock): Tally =>
  tally ? { ...tally, taps: [...tally.taps, what] } : { team_id, startedAt: new Date(clock.stamp.believedMs).toISOString(), taps: [what], clock };

/** Null when nothing is left to count on from. */
export const withoutLast = (tally: Tally): Tally | null =>
  tally.taps.length > 1 || tally.written ? { ...tally, taps: tally.taps.slice(0, -1) } : null;

export type Counting = {
  /** Services of which one person may have several: forms filed, products put up. */
  manyPerPerson: readonly string[];
  hasResult: (service: string) => boolean;
};

/** How many people there must have been at least, for what they did. */
const fewestPeople = (taps: readonly string[], manyPerPerson: readonly string[]): number =>
  Math.max(0, ...[...new Set(taps)].map((what) => (manyPerPerson.includes(what) ? 1 : countOf(taps, what))));

const taught = (n: number, people: number, hasResult: boolean): Taught =>
  hasResult ? { assisted: people, completed: n, follows: true } : { assisted: n, completed: null };

/** The day of the first tap, as sure as its clock; a day that the person has said stays. */
const dayOf = (form: Form, { startedAt, clock, written }: Tally): Pick<Form, 'date' | 'dayTaken'> => {
  if (written && form.dayTaken === null) return { date: form.date, dayTaken: null };
  return { date: clock?.isDoubtful ? '' : startedDay({ startedAt }), dayTaken: clock?.stamp ?? form.dayTaken };
};

/** The form with the totals in place of its numbers; what else it says stays. */
export const intoForm = (form: Form, tally: Tally, startTime: string, { manyPerPerson, hasResult }: Counting): Form => {
  const { startedAt, taps, clock } = tally;
  const counted = countOf(taps, PEOPLE);
  const people = Math.max(counted, fewestPeople(taps, manyPerPerson));
  const services = [...new Set(taps)].filter((what) => what !== PEOPLE);
  return {
    ...form,
    ...dayOf(form, tally),
    start_time: clock?.isDoubtful ? form.start_time : startTime,
    participants: people,
    services: { ...form.services, ...Object.fromEntries(services.map((code) => [code, taught(countOf(taps, code), people, hasResult(code))])) },
    tally: { startedAt, taps, clock, raisedFrom: people > counted ? counted : null },
  };
};

/** Back to counting: the numbers are the taps' again, all else waits with them. */
export const outOfForm = (id: string, { tally, ...form }: Form): Tally | null => {
  if (!tally) return null;
  const { startedAt, taps, clock } = tally;
  const counted = Object.keys(form.services).filter((code) => taps.includes(code));
  const blank = Object.fromEntries(counted.map((code) => [code, { assisted: null, completed: null }]));
  return { team_id: form.team_id, startedAt, taps, clock, written: { id, form: { ...form, participants: null, services: { ...form.services, ...blank } } } };
};
