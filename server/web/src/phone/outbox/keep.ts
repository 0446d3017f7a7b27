// What a person's hand does to the unsent: freeze one more, send it back for mending, throw it away.
// Each names the store: whoever signs in meanwhile gets nothing of it.
import { store, type Store } from '../store/open';
import type { Refusal, Unsent } from '../store/schema';
import type { Frozen } from '../store/unsent';
import { refresh } from './outbox';
import { sendAll } from './send';
import { tell } from './tabs';

/** Of whoever is on screen: taken before the first wait, and passed along. */
export const openedStore = (): Store => {
  if (!store.value) throw new Error('nothing is open');
  return store.value;
};

/** It is done: that the screen can not be made new takes nothing of it back. */
const changed = async (from: Store, word: Parameters<typeof tell>[1] = null): Promise<void> => {
  tell(from.person, word);
  await refresh(from).catch(() => {});
};

type How = { draftKey?: string | null; replaces?: string | null };

/** Kept first, sent right after; nobody waits for the sending. Fulfilled with the id under which it
 * is kept; not at all when somebody else is on screen by now. */
export const enqueue = async (into: Store, item: Frozen, { draftKey = null, replaces = null }: How = {}): Promise<string> => {
  if (store.value !== into) throw new Error('somebody else is on screen');
  const id = await into.unsent.add(item, draftKey, replaces);
  await changed(into, item.id);
  void sendAll();
  return id;
};

/** From another phone, each under the id and with the text that it has there. What is half-written
 * here about the same session stays. */
export const enqueueAll = async (into: Store, items: readonly Frozen[]): Promise<void> => {
  for (const item of items) await into.unsent.add(item, null);
  await changed(into);
  void sendAll();
};

/** For what is known already before it is sent: the session has been decided on meanwhile. */
export const park = async (from: Store, item: Unsent, refusal: Refusal): Promise<void> => {
  await from.unsent.update({ ...item, refusal });
  await changed(from);
};

/** Only a person throws an unsent session away. */
export const discard = async (from: Store, id: string): Promise<void> => {
  await from.unsent.discard(id);
  await changed(from);
};
