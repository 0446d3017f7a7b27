// What the form opens with: a new session, a draft that was being written, one that the officer
// returned, or one that the server would not take.
import type { LastDecision, OwnTeam, SessionBody } from '../../api/types';
import { loadCatalogue, serviceName } from '../../data/catalogue';
import { heardSoon, isDoubtful, stamp, today } from '../../data/clock';
import { park } from '../outbox/keep';
import { CLOCK } from '../outbox/verdict';
import { NEW_DRAFT } from '../store/drafts';
import type { Store } from '../store/open';
import type { Refusal, Unsent } from '../store/schema';
import { placeName } from '../places';
import type { Place } from '../store/schema';
import { readSoon } from '../sessions/opened';
import { team } from '../team/team';
import { serverErrors, type Errors } from './check';
import { blankForm, bodyOfSession, formOf, type Form } from './form';
import { countsInWords } from './readback';
import { openServices } from './services';
import { newUuid } from '../../data/uuid';

export type Start = {
  /** Under which its draft is kept. */
  key: string;
  id: string;
  form: Form;
  etag: string | null;
  /** The unsent one that this takes the place of, where the id must be another. */
  replaces: string | null;
  restoredAt: string | null;
  /** The server's word on fields, from when it was sent last. */
  errors: Errors;
  refusal: Refusal | null;
  review: LastDecision | null;
  /** What the server holds meanwhile, in words, where this one would take its place. */
  held: string | null;
  /** Its own place, which today's list may not have. */
  place: Place | null;
};

/** Everything but the numbers, as this team's last one had it. */
export const blankOf = async (lead: OwnTeam | null, store: Store): Promise<Form> => {
  const [habits, isTimeKnown] = await Promise.all([store.drafts.habits(), heardSoon(), loadCatalogue()]);
  const blank = blankForm({
    team_id: lead?.id ?? 0,
    place_id: lead?.home.id ?? 0,
    // Nobody's day is guessed from a clock that is known to be wrong, or that nobody has ever compared.
    date: isDoubtful() || !isTimeKnown ? '' : today(),
    type: habits?.type ?? 'outing',
    services: [...new Set([...openServices(), ...(habits?.services ?? [])])],
  });
  return { ...blank, dayTaken: stamp() };
};

export const startNew = async (store: Store): Promise<Start> => {
  const lead = team.value;
  const [draft, blank] = await Promise.all([store.drafts.get(NEW_DRAFT), blankOf(lead, store)]);
  return {
    key: NEW_DRAFT,
    id: draft?.id ?? newUuid(),
    form: draft?.form ?? blank,
    etag: null,
    replaces: null,
    restoredAt: draft?.savedAt ?? null,
    errors: {},
    refusal: null,
    review: null,
    held: null,
    place: lead ? { id: lead.home.id, label: placeName(lead.home) } : null,
  };
};

// The server holds another version than the one that was written on: sent again, it is this one's
// turn, but only after its author has seen why.
const OVERTAKEN = ['stale', 'session_conflict', 'if_match_missing'];
const GONE = 'session_withdrawn';

/** The day that a wrong clock gave is asked for again; another is as sure as it was. */
const withDayOf = (item: Unsent | undefined, form: Form): Form => {
  if (!item || item.dayIsSure) return form;
  return { ...form, dayTaken: item.stamp, date: item.refusal?.code === CLOCK ? '' : form.date };
};

/** Null when it is no longer to be mended. */
export const startMending = async (id: string, item: Unsent | undefined, store: Store): Promise<Start | null> => {
  await loadCatalogue();
  const refusal = item?.refusal ?? null;
  const isGone = refusal?.code === GONE;
  const wantsServer = !item || OVERTAKEN.includes(refusal?.code ?? '');
  const there = wantsServer ? await readSoon(id) : null;
  if (there && !there.may.includes('amend')) {
    if (item) await park(store, item, { status: 409, code: 'state_conflict', detail: '', errors: [] });
    return null;
  }
  const draft = await store.drafts.get(id);
  const body = item ? (JSON.parse(item.body) as SessionBody) : there ? bodyOfSession(there) : null;
  if (!body) throw new Error('nothing to mend');
  const review = there?.state === 'returned' ? there.review : null;
  const place = there ? { id: there.place.id, label: placeName(there.place) } : { id: body.place_id, label: item?.place ?? '' };
  return {
    key: id,
    id: isGone ? (draft?.id ?? newUuid()) : id,
    form: draft?.form ?? withDayOf(item, formOf(body, openServices())),
    // A draft goes on from the version that its author saw.
    etag: isGone ? null : item ? (there?.etag ?? item.etag) : (draft?.etag ?? there?.etag ?? null),
    replaces: isGone ? id : null,
    restoredAt: draft?.savedAt ?? null,
    errors: refusal ? serverErrors(refusal.errors, body) : {},
    refusal,
    review,
    held: item && there ? countsInWords(there, serviceName) : null,
    place,
  };
};
