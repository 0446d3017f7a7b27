// Everything that the phone keeps for one person.
import { signal } from '@preact/signals';
import { draftsIn } from './drafts';
import { metaIn } from './meta';
import { photosIn } from './photos';
import { sessionsIn } from './sessions';
import { lasting, passing, type Shelf } from './shelf';
import { tallyIn } from './tally';
import { unsentIn } from './unsent';

export const storeOver = (shelf: Shelf, person = 0) => ({
  /** Whose it is. */
  person,
  /** False when this browser keeps nothing: the person is then told to send at once. */
  isDurable: shelf.isDurable,
  unsent: unsentIn(shelf),
  drafts: draftsIn(shelf),
  sessions: sessionsIn(shelf),
  photos: photosIn(shelf),
  tally: tallyIn(shelf),
  meta: metaIn(shelf),
});
export type Store = ReturnType<typeof storeOver>;

// Some browsers neither open nor refuse; nobody waits for ever. What is in there is not lost by it.
const LONGEST_MS = 10_000;
const givenUp = (): Promise<Shelf> => new Promise((resolve) => setTimeout(() => resolve(passing()), LONGEST_MS));

export const openStore = async (userId: number): Promise<Store> =>
  storeOver(await Promise.race([lasting(`nhat-ky-to-so-${userId}`).catch(passing), givenUp()]), userId);

/** Of whoever is signed in; null while nobody is or it is being opened. */
export const store = signal<Store | null>(null);
