// Photos wait beside their session, not in it.
import type { Photo } from './schema';
import type { Shelf } from './shelf';

/** The phone is full: the session itself needs next to nothing and is kept all the same. */
export const isFull = (thrown: unknown): boolean => thrown instanceof DOMException && thrown.name === 'QuotaExceededError';

export const photosIn = (shelf: Shelf) => ({
  all: (): Promise<Photo[]> => shelf.all('photos'),
  /** Of one session, in the order in which they were taken. */
  list: async (sessionId: string): Promise<Photo[]> =>
    (await shelf.photosOf(sessionId)).sort((a, b) => a.addedAt.localeCompare(b.addedAt)),
  /** Fails with a `QuotaExceededError` (`isFull`) when there is no room. */
  add: (photo: Photo): Promise<void> => shelf.change(['photos'], (inside) => inside.put('photos', photo), true),
  update: (photo: Photo): Promise<void> =>
    shelf.change(['photos'], async (inside) => {
      if (await inside.get('photos', photo.id)) inside.put('photos', photo);
    }),
  remove: (id: string): Promise<void> => shelf.change(['photos'], (inside) => inside.drop('photos', id)),
});
