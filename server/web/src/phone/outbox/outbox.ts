// The unsent sessions of whoever is signed in: what waits, what is on its way, what came of it.
import { batch, signal } from '@preact/signals';
import type { Session } from '../../api/types';
import { refreshCached } from '../sessions/cached';
import { NEW_DRAFT } from '../store/drafts';
import { store, type Store } from '../store/open';
import type { CachedSession, Unsent } from '../store/schema';
import { readFirst } from '../tally/running';

export const unsent = signal<Unsent[]>([]);
/** The ids of those on their way. */
export const sending = signal<readonly string[]>([]);
/** What the server answered since the app was opened, by id. */
export const receipts = signal<Record<string, Session>>({});
/** When the new session that is being written was last saved. */
export const unfinished = signal<string | null>(null);

export const waiting = (): Unsent[] => unsent.value.filter((item) => !item.refusal);
export const refused = (): Unsent[] => unsent.value.filter((item) => item.refusal);

type Seen = { left: Unsent[]; cached: CachedSession[]; draft: string | null };

const look = async (from: Store): Promise<Seen> => {
  const [left, cached, draft] = await Promise.all([from.unsent.list(), from.sessions.list(), from.drafts.get(NEW_DRAFT)]);
  return { left, cached, draft: draft?.savedAt ?? null };
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
  const [seen, showTallies] = await Promise.all([look(from), readFirst(from)]);
  if (!isStill()) return;
  batch(() => {
    store.value = from;
    showTallies();
    receipts.value = {};
    show(seen);
  });
};
