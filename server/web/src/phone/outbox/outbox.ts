// The unsent sessions of whoever is signed in: what waits, what is on its way, what came of it.
// The next step grows here: the service worker, back-off, two tabs at once.
import { batch, effect, signal, untracked } from '@preact/signals';
import { loadMe, me } from '../../account/account';
import { signedOut } from '../../api/client';
import type { Session } from '../../api/types';
import { send, type Verdict } from './send';
import { openStore, store, type Store } from '../store/open';
import type { Refusal, Unsent } from '../store/schema';
import type { Frozen } from '../store/unsent';

export const unsent = signal<Unsent[]>([]);
/** The id of the session on its way. */
export const sending = signal<string | null>(null);
/** What the server answered since the app was opened, by id. */
export const receipts = signal<Record<string, Session>>({});

export const waiting = (): Unsent[] => unsent.value.filter((item) => !item.refusal);
export const refused = (): Unsent[] => unsent.value.filter((item) => item.refusal);

const reload = async (from: Store): Promise<void> => {
  const items = await from.unsent.list();
  if (store.value === from) unsent.value = items;
};

/** What a verdict does to the copy on the phone. */
export const settle = async (item: Unsent, verdict: Verdict, into: Store): Promise<void> => {
  if (verdict.is === 'received') await into.unsent.received(item);
  if (verdict.is === 'refused') await into.unsent.update({ ...item, refusal: verdict.refusal });
};

const sendFrom = async (from: Store, items: Unsent[]): Promise<void> => {
  for (const item of items) {
    if (store.value !== from) return;
    sending.value = item.id;
    const verdict = await send(item);
    await settle(item, verdict, from);
    const left = await from.unsent.list();
    if (store.value !== from) return;
    // In one step: no list shows it on the phone and on the server, and none shows it nowhere.
    batch(() => {
      if (verdict.is === 'received') receipts.value = { ...receipts.value, [item.id]: verdict.session };
      unsent.value = left;
    });
    if (verdict.is === 'sign_in') return;
  }
};

let running: Promise<void> | null = null;

/** Everything that waits, oldest first, one at a time; a bad one stands in nobody's way. */
export const sendAll = (): Promise<void> => {
  const from = store.value;
  if (!from) return Promise.resolve();
  running ??= sendFrom(from, waiting()).finally(() => {
    sending.value = null;
    running = null;
  });
  return running;
};

export const enqueue = async (item: Frozen, draftKey: string, replaces: string | null = null): Promise<void> => {
  const into = store.value;
  if (!into) return;
  await into.unsent.add(item, draftKey, replaces);
  await reload(into);
  // One that comes while others are on their way is sent right after them; nobody waits for that.
  void (running ?? Promise.resolve()).then(sendAll);
};

/** For what is known already before it is sent: the session has been decided on meanwhile. */
export const park = async (item: Unsent, refusal: Refusal): Promise<void> => {
  const into = store.value;
  await into?.unsent.update({ ...item, refusal });
  if (into) await reload(into);
};

/** Only a person throws an unsent session away. */
export const discard = async (id: string): Promise<void> => {
  const from = store.value;
  await from?.unsent.discard(id);
  if (from) await reload(from);
};

const open = async (userId: number): Promise<void> => {
  const opened = await openStore(userId);
  if (me.value?.user.id !== userId) return;
  store.value = opened;
  receipts.value = {};
  await reload(opened);
  void sendAll();
};

/** Back in sight or in signal: someone else may have signed in meanwhile in another tab. */
const again = (): void => {
  if (document.visibilityState !== 'visible' || waiting().length === 0 || signedOut.value) return;
  loadMe().then(sendAll, () => {});
};

export const startOutbox = (): void => {
  let opened: number | null = null;
  effect(() => {
    const id = me.value?.user.id ?? null;
    if (id === opened) return;
    opened = id;
    store.value = null;
    unsent.value = [];
    if (id !== null) void open(id);
  });
  effect(() => {
    if (!signedOut.value && me.value) untracked(() => void sendAll());
  });
  addEventListener('online', again);
  document.addEventListener('visibilitychange', again);
  // Asked once: whether the browser may clear this under pressure is its own to say.
  void navigator.storage?.persist?.().catch(() => {});
};
