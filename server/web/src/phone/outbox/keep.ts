// What a person's hand does to the unsent: freeze one more, send it back for mending, throw it away.
import { me } from '../../account/account';
import { store, type Store } from '../store/open';
import type { Refusal, Unsent } from '../store/schema';
import type { Frozen } from '../store/unsent';
import { refresh } from './outbox';
import { sendAll } from './send';
import { tell } from './tabs';

const changed = async (from: Store): Promise<void> => {
  await refresh(from);
  if (me.value) tell(me.value.user.id);
};

/** Kept first, sent right after; nobody waits for the sending. */
export const enqueue = async (item: Frozen, draftKey: string, replaces: string | null = null): Promise<void> => {
  const into = store.value;
  if (!into) return;
  await into.unsent.add(item, draftKey, replaces);
  await changed(into);
  void sendAll();
};

/** From another phone, each under the id and with the text that it has there. */
export const enqueueAll = async (items: readonly Frozen[]): Promise<void> => {
  const into = store.value;
  if (!into) return;
  for (const item of items) await into.unsent.add(item, item.id);
  await changed(into);
  void sendAll();
};

/** For what is known already before it is sent: the session has been decided on meanwhile. */
export const park = async (item: Unsent, refusal: Refusal): Promise<void> => {
  const into = store.value;
  await into?.unsent.update({ ...item, refusal });
  if (into) await changed(into);
};

/** Only a person throws an unsent session away. */
export const discard = async (id: string): Promise<void> => {
  const from = store.value;
  await from?.unsent.discard(id);
  if (from) await changed(from);
};
