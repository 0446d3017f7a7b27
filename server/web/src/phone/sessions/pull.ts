// Asks what has changed since the last time, and keeps it with how far that goes.
import { signal } from '@preact/signals';
import { me } from '../../account/account';
import { api, okIf, signedOut } from '../../api/client';
import { now } from '../../data/clock';
import { oneEach } from '../outbox/oneEach';
import { refreshCached } from './cached';
import { store, type Store } from '../store/open';

/** When the cache was last as new as the server; null while this phone has never heard. */
export const heardAt = signal<string | null>(null);
/** Why the last try failed; null after one that did not. */
export const pullFailure = signal<unknown>(null);

const LIMIT = 100;

const pull = async (from: Store): Promise<void> => {
  for (let hasMore = true; hasMore; ) {
    const cursor = await from.meta.get('cursor');
    if (store.value !== from) return;
    const call = api.GET('/api/v1/sync/changes', { params: { query: { limit: LIMIT, ...(cursor && { cursor }) } } });
    const page = await okIf(call, ({ items, next_cursor }) => Array.isArray(items) && typeof next_cursor === 'string');
    if (store.value !== from) return;
    const at = now().toISOString();
    await from.sessions.take({ items: page.items, cursor: page.next_cursor, startOver: page.start_over, at });
    const all = await from.sessions.list();
    if (store.value !== from) return;
    refreshCached(all);
    heardAt.value = at;
    hasMore = page.has_more;
  }
};

const running = oneEach(async (from) => {
  const failure = await pull(from).then(() => null, (thrown: unknown) => thrown);
  if (store.value === from) pullFailure.value = failure;
});

/** Never fails: what was heard before is still there. */
export const pullChanges = (): Promise<void> => {
  const from = store.value;
  // Nobody is asked on whose behalf nothing is answered yet.
  if (!from || signedOut.value || me.value?.user.must_change_secret) return Promise.resolve();
  return running(from);
};
