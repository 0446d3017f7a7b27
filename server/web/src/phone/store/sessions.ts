// The server's sessions as this phone heard of them last: own ones and the teams'.
import type { CachedSession } from './schema';
import type { Shelf } from './shelf';

export type Heard = { items: readonly CachedSession[]; cursor: string; startOver: boolean; at: string };

export const sessionsIn = (shelf: Shelf) => ({
  list: (): Promise<CachedSession[]> => shelf.all('sessions'),
  get: (id: string): Promise<CachedSession | undefined> => shelf.get('sessions', id),
  /** With the cursor in one step: nothing is ever skipped. */
  take: ({ items, cursor, startOver, at }: Heard): Promise<void> =>
    shelf.change(['sessions', 'meta'], (inside) => {
      if (startOver) inside.clear('sessions');
      items.forEach((session) => inside.put('sessions', session));
      inside.put('meta', { key: 'cursor', value: cursor });
      inside.put('meta', { key: 'read_at', value: at });
    }),
  /** A single one, read or sent; an older version never takes a newer one's place. */
  put: (session: CachedSession): Promise<void> =>
    shelf.change(['sessions'], async (inside) => {
      const kept = await inside.get('sessions', session.id);
      if (!kept || kept.version <= session.version) inside.put('sessions', session);
    }),
});
