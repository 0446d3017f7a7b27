// How the database came to be what it is: one function a version, in order, never changed once it
// has been on somebody's phone, and never taking anything away, so that a tab of the version
// before still finds its own.
import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Tables } from './schema';

type Db = IDBPDatabase<Tables>;
type Upgrading = IDBPTransaction<Tables, StoreNames<Tables>[], 'versionchange'>;
export type Upgrade = (db: Db, inside: Upgrading) => unknown;

const recording: Upgrade = (db) => {
  db.createObjectStore('unsent', { keyPath: 'id' });
  db.createObjectStore('drafts', { keyPath: 'key' });
  db.createObjectStore('habits');
};

const cacheAndPhotos: Upgrade = async (db, inside) => {
  db.createObjectStore('sessions', { keyPath: 'id' });
  db.createObjectStore('photos', { keyPath: 'id' }).createIndex('session_id', 'session_id');
  db.createObjectStore('tally', { keyPath: 'team_id' });
  const meta = db.createObjectStore('meta', { keyPath: 'key' });
  // What waits already gets its number.
  const unsent = inside.objectStore('unsent');
  const items = await unsent.getAll();
  for (const [i, item] of items.entries()) await unsent.put({ ...item, seq: i + 1 });
  await meta.put({ key: 'client_seq', value: items.length });
};

export const UPGRADES: readonly Upgrade[] = [recording, cacheAndPhotos];
export const VERSION = UPGRADES.length;

/** Those that a database of `version` still lacks (0: there is none yet). */
export const missing = (version: number): readonly Upgrade[] => UPGRADES.slice(version);
