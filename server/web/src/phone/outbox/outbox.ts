// The unsent sessions of whoever is signed in: what waits, what is on its way, what came of it.
import { batch, signal } from '@preact/signals';
import type { Session } from '../../api/types';
import type { Form } from '../form/form';
import { refreshCached } from '../sessions/cached';
import { NEW_DRAFT } from '../store/drafts';
import { store, type Store } from '../store/open';
import type { CachedSession, Unsent } from '../store/schema';
import { readFirst } from '../tally/running';
import { readAsking } from '../team/asking';

export const unsent = signal<Unsent[]>([]);
/** The ids of those on their way. */
export const sending = signal<readonly string[]>([]);
/** What the server answered since the app was opened, by id. */
export const receipts = signal<Record<string, Session>>({});
/** What the new session that is being written holds, and when it was last saved. */
export type Unfinished = { savedAt: string; date: string; turns: number | null; isCounted: boolean };
export const unfinished = signal<Unfinished | null>(null);
export const unfinishedOf = (form: Form, savedAt: string): Unfinished => ({ savedAt, date: form.date, turns: form.participants, isCounted: form.tally !== undefined });

export const waiting = (): Unsent[] => unsent.value.filter((item) => !item.refusal);
export const refused = (): Unsent[] => unsent.value.filter((item) => item.refusal);

type Seen = { left: Unsent[]; cached: CachedSession[]; draft: Unfinished | null };

const look = async (from: Store): Promise<Seen> => {
  const [left, cached, draft] = await Promise.all([from.unsent.list(), from.sessions.list(), from.drafts.get(NEW_DRAFT)]);
  return { left, cached, draft: draft ? unfinishedOf(draft.form, draft.savedAt) : null };
};

const show = ({ left, cached, draft }: Seen): void => {
  unsent.value = left;
  unfinished.value = draft;
  refreshCached(cached);
};

/** In one step: no list shows a session on the phone and on the server, and none shows it nowhere. */
export const refresh = async (from: Store, received: Session[] = []): Promise<void> => {
  const seen = await look(from);
  if (store.value !== from) return;
  batch(() => {
    if (received.length > 0) receipts.value = { ...receipts.value, ...Object.fromEntries(received.map((session) => [session.id, session])) };
    show(seen);
  });
};

/** The first screen has everything at once, and nothing moves under the finger. */
export const begin = async (from: Store, isStill: () => boolean): Promise<void> => {
  const [seen, showTallies, showAsking] = await Promise.all([look(from), readFirst(from), readAsking(from)]);
  if (!isStill()) return;
  batch(() => {
    store.value = from;
    showTallies();
    showAsking();
    receipts.value = {};
    show(seen);
  });
};
