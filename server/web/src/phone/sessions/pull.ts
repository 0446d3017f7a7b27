// Asks what has changed since the last time, and keeps it with how far that goes.
import { signal } from '@preact/signals';
import { me } from '../../account/account';
import { api, ok, signedOut } from '../../api/client';
import { now } from '../../data/clock';
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
    const page = await ok(api.GET('/api/v1/sync/changes', { params: { query: { limit: LIMIT, ...(cursor && { cursor }) } } }));
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

let running: Promise<void> | null = null;

/** Never fails: what was heard before is still there. */
export const pullChanges = (): Promise<void> => {
  const from = store.value;
  // Nobody is asked on whose behalf nothing is answered yet.
  if (!from || signedOut.value || me.value?.user.must_change_secret) return Promise.resolve();
  running ??= pull(from)
    .then(
      () => (pullFailure.value = null),
      (failure: unknown) => (pullFailure.value = failure),
    )
    .then(() => {
      running = null;
    });
  return running;
};
