// The few things that are done with a database, the same for IndexedDB and for its stand-in in
// browsers that refuse it. Each store beside is written once, over this.
import { openDB, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { Kept, Name, Tables } from './schema';
import { missing, VERSION } from './upgrades';

type Key = string | number;

export type Reading = {
  get<Table extends Name>(table: Table, key: Key): Promise<Kept<Table> | undefined>;
  all<Table extends Name>(table: Table): Promise<Kept<Table>[]>;
  photosOf(sessionId: string): Promise<Kept<'photos'>[]>;
};

/** Inside a change. Nothing but these may be awaited there: a transaction ends when nobody asks. */
export type Writing = Reading & {
  put<Table extends Name>(table: Table, row: Kept<Table>, key?: Key): void;
  drop(table: Name, key: Key): void;
  clear(table: Name): void;
};

export type Shelf = Reading & {
  isDurable: boolean;
  /** All of it or nothing; with `strict` it is on the disk once this is fulfilled. */
  change<Result>(tables: readonly Name[], work: (inside: Writing) => Result | Promise<Result>, strict?: boolean): Promise<Result>;
};

type Db = IDBPDatabase<Tables>;

const open = async (name: string): Promise<Db> => {
  const callbacks = {
    upgrade: async (db: Db, from: number, _to: number | null, inside: Parameters<ReturnType<typeof missing>[number]>[1]) => {
      for (const upgrade of missing(from)) await upgrade(db, inside);
    },
    // A newer version of the app in another tab wants to add to it. This tab is then out of sight,
    // its draft is written at every keystroke, and it comes back as the newer one.
    blocking: (_now: number, _wanted: number | null, event: IDBVersionChangeEvent) => {
      (event.target as IDBDatabase).close();
      location.reload();
    },
  };
  try {
    return await openDB<Tables>(name, VERSION, callbacks);
  } catch (refused) {
    // A newer version has been here. Versions only add, so this one finds everything of its own.
    if (refused instanceof DOMException && refused.name === 'VersionError') return openDB<Tables>(name, undefined, { blocking: callbacks.blocking });
    throw refused;
  }
};

/** The system may close a database behind the app's back (iOS does, in the background). */
const isClosed = (thrown: unknown): boolean => thrown instanceof DOMException && thrown.name === 'InvalidStateError';

const inside = (transaction: IDBPTransaction<Tables, Name[], 'readwrite'>): Writing => ({
  get: (table, key) => transaction.objectStore(table).get(key as never),
  all: (table) => transaction.objectStore(table).getAll(),
  photosOf: (id) => transaction.objectStore('photos').index('session_id').getAll(id),
  // What fails here fails the transaction, which tells.
  put: (table, row, key) => void transaction.objectStore(table).put(row, key as never).catch(() => {}),
  drop: (table, key) => void transaction.objectStore(table).delete(key as never).catch(() => {}),
  clear: (table) => void transaction.objectStore(table).clear().catch(() => {}),
});

export const lasting = async (name: string): Promise<Shelf> => {
  let db = await open(name);
  const using = async <Result>(use: (db: Db) => Promise<Result>): Promise<Result> => {
    try {
      return await use(db);
    } catch (thrown) {
      if (!isClosed(thrown)) throw thrown;
      db = await open(name);
      return use(db);
    }
  };
  return {
    isDurable: true,
    get: (table, key) => using((db) => db.get(table, key as never)),
    all: (table) => using((db) => db.getAll(table)),
    photosOf: (id) => using((db) => db.getAllFromIndex('photos', 'session_id', id)),
    change: (tables, work, strict = false) =>
      using(async (db) => {
        const transaction = db.transaction([...tables], 'readwrite', { durability: strict ? 'strict' : 'default' });
        const done = transaction.done;
        done.catch(() => {});
        const working = work(inside(transaction));
        // On the way out of the page there is no later moment to commit in.
        if (!(working instanceof Promise)) transaction.commit();
        const result = await working;
        await done;
        return result;
      }),
  };
};

const KEY = { unsent: 'id', drafts: 'key', habits: '', sessions: 'id', photos: 'id', tally: 'team_id', meta: 'key' } as const satisfies Record<Name, string>;

/** For private windows that refuse IndexedDB: as long as the page lives. */
export const passing = (): Shelf => {
  const tables = new Map<Name, Map<Key, unknown>>();
  const rows = <Table extends Name>(table: Table): Map<Key, Kept<Table>> => {
    const found = tables.get(table) ?? new Map<Key, unknown>();
    tables.set(table, found);
    return found as Map<Key, Kept<Table>>;
  };
  const writing: Writing = {
    get: async (table, key) => rows(table).get(key),
    all: async (table) => [...rows(table).values()],
    photosOf: async (id) => [...rows('photos').values()].filter(({ session_id }) => session_id === id),
    put: (table, row, key) => void rows(table).set(key ?? (row as Record<string, unknown>)[KEY[table]] as Key, row),
    drop: (table, key) => void rows(table).delete(key),
    clear: (table) => rows(table).clear(),
  };
  return { ...writing, isDurable: false, change: async (_tables, work) => work(writing) };
};
