// What must survive a crash, a dead battery and a week without signal: IndexedDB, one database
// for each person, so that nobody reads or sends what another has written on a shared phone.
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { FieldProblem } from '../../api/client';
import type { Form } from '../form/form';

/** What is being written. `key` is "new", or the id of the session that is being mended. */
export type Draft = { key: string; form: Form; etag: string | null; savedAt: string };

/** Why the server would not take it; the person mends it and sends it again. */
export type Refusal = { status: number; code: string; detail: string; errors: FieldProblem[] };

/** A session on its way: `body` is the very text that is sent, however often. */
export type Unsent = {
  id: string;
  body: string;
  etag: string | null;
  place: string;
  frozenAt: string;
  refusal: Refusal | null;
};

/** What the next form begins with. */
export type Habits = { team_id: number; type: string; services: string[] };

export type Store = {
  /** False when this browser keeps nothing: the person is then told to send at once. */
  isDurable: boolean;
  unsent(): Promise<Unsent[]>;
  /** The draft goes in the same transaction as its session comes: never both, never neither. */
  enqueue(item: Unsent, draftKey: string): Promise<void>;
  update(item: Unsent): Promise<void>;
  forget(id: string): Promise<void>;
  draft(key: string): Promise<Draft | undefined>;
  saveDraft(draft: Draft): Promise<void>;
  dropDraft(key: string): Promise<void>;
  habits(): Promise<Habits | undefined>;
  saveHabits(habits: Habits): Promise<void>;
};

type Tables = DBSchema & {
  unsent: { key: string; value: Unsent };
  drafts: { key: string; value: Draft };
  habits: { key: string; value: Habits };
};

const inOrder = (items: Unsent[]): Unsent[] => items.sort((a, b) => a.frozenAt.localeCompare(b.frozenAt));

const lasting = (db: IDBPDatabase<Tables>): Store => ({
  isDurable: true,
  unsent: async () => inOrder(await db.getAll('unsent')),
  enqueue: async (item, draftKey) => {
    // Strict: "đã lưu" is said only when it is on the disk.
    const both = db.transaction(['unsent', 'drafts'], 'readwrite', { durability: 'strict' });
    await Promise.all([both.objectStore('unsent').put(item), both.objectStore('drafts').delete(draftKey), both.done]);
  },
  update: async (item) => void (await db.put('unsent', item)),
  forget: (id) => db.delete('unsent', id),
  draft: (key) => db.get('drafts', key),
  saveDraft: async (draft) => {
    const saving = db.transaction('drafts', 'readwrite');
    const put = saving.store.put(draft);
    // Not left to the browser: on the way out of the page there is no later moment to commit in.
    saving.commit();
    await Promise.all([put, saving.done]);
  },
  dropDraft: (key) => db.delete('drafts', key),
  habits: () => db.get('habits', 'last'),
  saveHabits: async (habits) => void (await db.put('habits', habits, 'last')),
});

/** For private windows that refuse IndexedDB: as long as the page lives. */
export const passing = (): Store => {
  const unsent = new Map<string, Unsent>();
  const drafts = new Map<string, Draft>();
  let kept: Habits | undefined;
  return {
    isDurable: false,
    unsent: async () => inOrder([...unsent.values()]),
    enqueue: async (item, draftKey) => {
      unsent.set(item.id, item);
      drafts.delete(draftKey);
    },
    update: async (item) => void unsent.set(item.id, item),
    forget: async (id) => void unsent.delete(id),
    draft: async (key) => drafts.get(key),
    saveDraft: async (draft) => void drafts.set(draft.key, draft),
    dropDraft: async (key) => void drafts.delete(key),
    habits: async () => kept,
    saveHabits: async (habits) => {
      kept = habits;
    },
  };
};

const VERSION = 1;

export const openStore = async (userId: number): Promise<Store> => {
  try {
    const db = await openDB<Tables>(`nhat-ky-to-so-${userId}`, VERSION, {
      upgrade: (made) => {
        made.createObjectStore('unsent', { keyPath: 'id' });
        made.createObjectStore('drafts', { keyPath: 'key' });
        made.createObjectStore('habits');
      },
    });
    return lasting(db);
  } catch {
    return passing();
  }
};
