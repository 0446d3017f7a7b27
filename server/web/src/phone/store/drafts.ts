// What is being written, and what the next form begins with.
import type { Draft, Habits } from './schema';
import type { Shelf } from './shelf';

/** The one draft of a session that does not exist yet. */
export const NEW_DRAFT = 'new';

export const draftsIn = (shelf: Shelf) => ({
  get: (key: string): Promise<Draft | undefined> => shelf.get('drafts', key),
  all: (): Promise<Draft[]> => shelf.all('drafts'),
  save: (draft: Draft): Promise<void> => shelf.change(['drafts'], (inside) => inside.put('drafts', draft)),
  /** With the photos that only it has. */
  drop: (key: string): Promise<void> =>
    shelf.change(['drafts', 'photos'], async (inside) => {
      const draft = await inside.get('drafts', key);
      inside.drop('drafts', key);
      if (!draft?.id) return;
      for (const photo of await inside.photosOf(draft.id)) if (photo.state === 'draft') inside.drop('photos', photo.id);
    }),
  habits: (): Promise<Habits | undefined> => shelf.get('habits', 'last'),
  saveHabits: (habits: Habits): Promise<void> => shelf.change(['habits'], (inside) => inside.put('habits', habits, 'last')),
});
