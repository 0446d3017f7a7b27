// What this device knows across its people: which device it is, who is signed in here, and what the
// server last said of each. The app opens with that where there is no signal.
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Me } from '../api/types';
import { newUuid } from '../data/uuid';

type Facts = {
  device_id: string;
  /** Null once somebody has signed out here: then nobody is shown anything. */
  signed_in: number | null;
  /** Who has signed out without a network: the server is still to be told. `true`: nobody wrote down who. */
  leaving: number | boolean;
  /** Several people use this phone: it signs out by itself after a while without a touch. */
  is_shared: boolean;
  touched_at: number;
  install_offered: boolean;
  /** Whom to ask for a new PIN, as the server last said it to anybody here. */
  contact: Me['contact'];
};

/** Who has left keeps only the number, by which unsent work is found again. */
type Known = { id: number; me: Me | null };
type Tables = DBSchema & {
  facts: { key: string; value: Facts[keyof Facts] };
  people: { key: number; value: Known };
};

const LONGEST_MS = 3000;
let opening: Promise<IDBPDatabase<Tables> | null> | null = null;

const open = (): Promise<IDBPDatabase<Tables> | null> =>
  openDB<Tables>('nhat-ky-to-so', 1, {
    upgrade: (made) => {
      made.createObjectStore('facts');
      made.createObjectStore('people', { keyPath: 'id' });
    },
    blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
    terminated: () => {
      opening = null;
    },
  }).catch(() => null);

// Some private windows refuse, and some browsers never answer: nobody waits for them.
const database = (): Promise<IDBPDatabase<Tables> | null> =>
  (opening ??= Promise.race([open(), new Promise<null>((resolve) => setTimeout(resolve, LONGEST_MS, null))]));

/** Without a database: as long as the page lives. */
const passing: Partial<Facts> = {};

export const fact = async <Name extends keyof Facts>(name: Name): Promise<Facts[Name] | undefined> => {
  const db = await database();
  return (db ? await db.get('facts', name) : passing[name]) as Facts[Name] | undefined;
};

export const setFact = async <Name extends keyof Facts>(name: Name, value: Facts[Name]): Promise<void> => {
  passing[name] = value;
  await (await database())?.put('facts', value, name);
};

/** Made once and kept: the server tells two phones of one person apart by it. */
export const deviceId = async (): Promise<string> => {
  const db = await database();
  if (!db) return (passing.device_id ??= newUuid());
  // In one transaction: two tabs opened at once are one device.
  const making = db.transaction('facts', 'readwrite');
  const kept = await making.store.get('device_id');
  if (typeof kept === 'string') return kept;
  const made = newUuid();
  await making.store.put(made, 'device_id');
  await making.done;
  return made;
};

/** Whoever is signed in here, as the server last described them. */
export const knownHere = async (): Promise<Me | null> => {
  const id = await fact('signed_in');
  if (id === undefined || id === null) return null;
  return (await (await database())?.get('people', id))?.me ?? null;
};

export const remember = async (me: Me): Promise<void> => {
  await (await database())?.put('people', { id: me.user.id, me });
  await setFact('signed_in', me.user.id);
  await setFact('contact', me.contact);
  await setFact('leaving', false);
};

/** On the way out: the name goes, the number stays. */
export const forget = async (id: number): Promise<void> => {
  await setFact('signed_in', null);
  await (await database())?.put('people', { id, me: null });
};

/** Everybody who has ever signed in on this device. */
export const everybodyHere = async (): Promise<number[]> => (await (await database())?.getAllKeys('people')) ?? [];
