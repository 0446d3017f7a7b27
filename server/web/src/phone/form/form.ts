// What the form holds, and the body that it becomes. Blank is null and is not sent: it means
// "not recorded", which is not zero.
import type { Session, SessionBody } from '../../api/types';
import type { Stamp } from '../../data/clock';

export type Taught = {
  assisted: number | null;
  completed: number | null;
  /** Nobody typed how many were guided: as many as took part. */
  follows?: boolean;
};

/** What the clock said, and whether anybody could believe it. */
export type Clock = { stamp: Stamp; isDoubtful: boolean };

/** The taps of a count on the spot, with the time of the first; older counts have no clock. */
export type Taps = { startedAt: string; taps: string[]; clock?: Clock | undefined };

/** Where the numbers come from, when they were counted on the spot. */
export type Counted = Taps & { raisedFrom: number | null };

/** What the form does not show, and must not lose when a session is sent again. */
type Kept = Pick<SessionBody, 'co_team_ids' | 'other_place_ids' | 'conducted_by' | 'source'>;

export type Form = {
  team_id: number;
  place_id: number;
  date: string;
  type: string;
  audience: string;
  participants: number | null;
  /** The rows on screen, in their order. */
  services: Record<string, Taught>;
  start_time: string;
  duration_min: number | null;
  first_time: number | null;
  female: number | null;
  elderly: number | null;
  households: number | null;
  volunteers: number | null;
  staff_participants: number | null;
  venue_id: number | null;
  partner_ids: number[];
  difficulties: string[];
  note: string;
  /** When the day was taken from the phone's clock; null when the person said it. */
  dayTaken?: Stamp | null;
  kept: Kept;
  tally?: Counted;
};

export const BLANK: Taught = { assisted: null, completed: null };

const COUNTS = ['duration_min', 'first_time', 'female', 'elderly', 'households', 'volunteers'] as const;

export type Beginning = { team_id: number; place_id: number; date: string; type: string; services: string[] };

/** Everything prefilled but the numbers. */
export const blankForm = ({ services, ...given }: Beginning): Form => ({
  ...given,
  audience: 'residents',
  participants: null,
  services: Object.fromEntries(services.map((code) => [code, BLANK])),
  start_time: '',
  duration_min: null,
  first_time: null,
  female: null,
  elderly: null,
  households: null,
  volunteers: null,
  staff_participants: null,
  venue_id: null,
  partner_ids: [],
  difficulties: [],
  note: '',
  kept: { source: 'web' },
});

/** A form for a session that exists, with the open services as empty rows after its own. */
export const formOf = (body: SessionBody, open: string[]): Form => {
  const blank = blankForm({ team_id: body.team_id, place_id: body.place_id, date: body.date, type: body.type ?? 'outing', services: open });
  const taught = (body.services ?? []).map(({ service, assisted, completed }) => [service, { assisted, completed: completed ?? null }] as const);
  return {
    ...blank,
    audience: body.audience ?? blank.audience,
    participants: body.participants ?? null,
    services: { ...blank.services, ...Object.fromEntries(taught) },
    start_time: body.start_time?.slice(0, 5) ?? '',
    ...Object.fromEntries([...COUNTS, 'staff_participants' as const, 'venue_id' as const].map((name) => [name, body[name] ?? null])),
    partner_ids: body.partner_ids ?? [],
    difficulties: body.difficulties ?? [],
    note: body.note ?? '',
    dayTaken: null,
    kept: { co_team_ids: body.co_team_ids ?? [], other_place_ids: body.other_place_ids ?? [], conducted_by: body.conducted_by, source: body.source ?? 'web' },
  };
};

const recorded = <T>(value: T | null): T | undefined => value ?? undefined;

/** The server's answer as a body again. */
export const bodyOfSession = (session: Omit<Session, 'client'>): SessionBody => ({
  team_id: session.team_id,
  place_id: session.place_id,
  co_team_ids: session.co_team_ids,
  other_place_ids: session.other_place_ids,
  date: session.date,
  start_time: recorded(session.start_time),
  duration_min: recorded(session.duration_min),
  type: recorded(session.type),
  audience: recorded(session.audience),
  venue_id: recorded(session.venue_id),
  partner_ids: session.partner_ids,
  participants: recorded(session.participants),
  staff_participants: recorded(session.staff_participants),
  first_time: recorded(session.first_time),
  female: recorded(session.female),
  elderly: recorded(session.elderly),
  households: recorded(session.households),
  volunteers: recorded(session.volunteers),
  services: (session.services ?? []).map(({ service, assisted, completed }) => ({ service, assisted, completed: recorded(completed) })),
  difficulties: session.difficulties,
  note: recorded(session.note),
  conducted_by: session.conducted_by?.id,
  source: session.source,
});

const readable = (n: number | null): number | null => (Number.isNaN(n) ? null : n);
const following = ({ participants, services, ...form }: Form): Form => ({
  ...form,
  participants,
  services: Object.fromEntries(
    Object.entries(services).map(([code, taught]) => [code, taught.follows ? { ...taught, assisted: readable(participants) } : taught]),
  ),
});

/** A change as it was typed, and what follows from it. */
export const changed = (form: Form, part: Partial<Form>): Form => following({ ...form, ...part });

/** Who only types what worked out has guided everybody; typed by hand, the number stays. */
export const taughtAnew = (form: Form, code: string, part: Partial<Taught>): Form => {
  const before = form.services[code] ?? BLANK;
  const after: Taught = { ...before, ...part };
  if ('assisted' in part) after.follows = false;
  else if (after.completed === null && before.follows) Object.assign(after, BLANK, { follows: false });
  else if (after.completed !== null && after.assisted === null) after.follows = true;
  return following({ ...form, services: { ...form.services, [code]: after } });
};

export const isTouched = ({ assisted, completed }: Taught): boolean => assisted !== null || completed !== null;
export const MIXED = 'mixed';
export const HOME_VISIT = 'home_visit';

/** The body; a service row left blank is not in it. */
export const bodyOf = (form: Form, client: SessionBody['client']): SessionBody => ({
  team_id: form.team_id,
  place_id: form.place_id,
  date: form.date,
  type: form.type,
  audience: form.audience,
  participants: form.participants ?? 0,
  services: Object.entries(form.services)
    .filter(([, taught]) => isTouched(taught))
    .map(([service, { assisted, completed }]) => ({ service, assisted: assisted ?? 0, completed: recorded(completed) })),
  start_time: form.start_time || undefined,
  ...Object.fromEntries(COUNTS.map((name) => [name, recorded(form[name])])),
  // Only a mixed audience has a part that is team members or officials.
  staff_participants: form.audience === MIXED ? recorded(form.staff_participants) : undefined,
  venue_id: recorded(form.venue_id),
  partner_ids: form.partner_ids,
  difficulties: form.difficulties,
  // Half an emoji, as some keyboards leave it, is no text.
  note: form.note.replace(/\p{Surrogate}/gu, '').trim().normalize('NFC') || undefined,
  ...form.kept,
  client,
});

/** A month without sessions: its day is the last that has come. */
export const nilBody = (team_id: number, place_id: number, month: string, today: string, client: SessionBody['client']): SessionBody => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const last = `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`;
  return { team_id, place_id, date: last < today ? last : today, nil: true, source: 'web', client };
};
