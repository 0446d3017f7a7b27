// The count on the spot: one for each team, written at every tap. Between the count and the form's
// draft the numbers move in one step: they are never in both, and never in neither.
import type { Tally } from '../tally/tally';
import type { Draft } from './schema';
import type { Shelf } from './shelf';

export const tallyIn = (shelf: Shelf) => ({
  all: (): Promise<Tally[]> => shelf.all('tally'),
  save: (tally: Tally): Promise<void> => shelf.change(['tally'], (inside) => inside.put('tally', tally), true),
  clear: (teamId: number): Promise<void> => shelf.change(['tally'], (inside) => inside.drop('tally', teamId)),
  intoDraft: (draft: Draft, teamId: number): Promise<void> =>
    shelf.change(
      ['tally', 'drafts'],
      (inside) => {
        inside.put('drafts', draft);
        inside.drop('tally', teamId);
      },
      true,
    ),
  /** The draft's photos stay under its session's id, which the count carries. */
  outOfDraft: (tally: Tally, draftKey: string): Promise<void> =>
    shelf.change(
      ['tally', 'drafts'],
      (inside) => {
        inside.put('tally', tally);
        inside.drop('drafts', draftKey);
      },
      true,
    ),
});
