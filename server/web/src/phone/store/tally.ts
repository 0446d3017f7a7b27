// The count on the spot: one for each team, written at every press.
import type { Tally } from './schema';
import type { Shelf } from './shelf';

export const tallyIn = (shelf: Shelf) => ({
  load: (teamId: number): Promise<Tally | undefined> => shelf.get('tally', teamId),
  save: (count: Tally): Promise<void> => shelf.change(['tally'], (inside) => inside.put('tally', count)),
  clear: (teamId: number): Promise<void> => shelf.change(['tally'], (inside) => inside.drop('tally', teamId)),
});
