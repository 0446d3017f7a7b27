// What the server does not have yet.
import { newUuid } from '../../data/uuid';
import { NEW_DRAFT } from './drafts';
import type { CachedSession, Photo, Unsent } from './schema';
import type { Shelf, Writing } from './shelf';

/** Version 1 kept less of an item. */
const complete = (item: Unsent): Unsent => ({
  ...item,
  op: item.op ?? (item.etag ? 'amend' : 'record'),
  seq: item.seq ?? 0,
  reason: item.reason ?? null,
  hash: item.hash ?? null,
  stamp: item.stamp ?? null,
  dayIsSure: item.dayIsSure ?? false,
});

/** Numbers that the server need not wait for. */
const GIVEN_UP = 'given_up';

/** As the form froze it; its number is given when it is kept. */
export type Frozen = Omit<Unsent, 'seq'>;

/** Sent again after mending, it keeps the number it had: there is still one thing to arrive. */
const numbered = async (inside: Writing, item: Frozen): Promise<Unsent> => {
  const before = await inside.get('unsent', item.id);
  if (before?.seq) return { ...item, seq: before.seq };
  const last = (await inside.get('meta', 'client_seq'))?.value;
  const seq = (typeof last === 'number' ? last : 0) + 1;
  inside.put('meta', { key: 'client_seq', value: seq });
  return { ...item, seq };
};

/** `only` the drafts, where the others are another session's. */
const release = async (inside: Writing, from: string, to: string, only = false): Promise<void> => {
  for (const photo of await inside.photosOf(from)) {
    const state: Photo['state'] = photo.state === 'draft' ? 'waiting' : photo.state;
    if (!only || photo.state === 'draft') inside.put('photos', { ...photo, session_id: to, state });
  }
};

/** A new form knows nothing of what is kept under its id: another tab has made it of the same draft. */
const isAnother = (kept: Unsent | undefined, { body, hash }: Frozen): boolean => {
  if (!kept || kept.refusal) return false;
  return hash && kept.hash ? kept.hash !== hash : kept.body !== body;
};

const isSame = (kept: Unsent | undefined, item: Unsent): boolean =>
  kept?.body === item.body && kept.frozenAt === item.frozenAt && (kept.op ?? item.op) === item.op;

const giveUp = async (inside: Writing, id: string): Promise<void> => {
  const item = await inside.get('unsent', id);
  if (!item) return;
  inside.drop('unsent', id);
  const before = (await inside.get('meta', GIVEN_UP))?.value;
  if (item.seq) inside.put('meta', { key: GIVEN_UP, value: [...(Array.isArray(before) ? before : []), item.seq] });
};

export const unsentIn = (shelf: Shelf) => ({
  /** Oldest first. */
  list: async (): Promise<Unsent[]> => (await shelf.all('unsent')).map(complete).sort((a, b) => a.frozenAt.localeCompare(b.frozenAt) || a.seq - b.seq),
  /** The draft goes in the same transaction as its session comes, and its photos go with it: never
   * both, never neither. `replaces`: the one whose id can not be used any more. Fulfilled with its id,
   * which is another where two tabs have gone on from one draft: then both are kept. */
  add: (given: Frozen, draftKey: string | null, replaces: string | null = null): Promise<string> =>
    shelf.change(
      ['unsent', 'drafts', 'photos', 'meta'],
      async (inside) => {
        const isOther = draftKey === NEW_DRAFT && isAnother(await inside.get('unsent', given.id), given);
        const item = isOther ? { ...given, id: newUuid() } : given;
        inside.put('unsent', await numbered(inside, item));
        if (draftKey !== null) inside.drop('drafts', draftKey);
        await release(inside, given.id, item.id, isOther);
        if (replaces) {
          await release(inside, replaces, item.id);
          await giveUp(inside, replaces);
        }
        return item.id;
      },
      true,
    ),
  /** Only if it is still the same: what was mended meanwhile is another. */
  update: (item: Unsent): Promise<void> =>
    shelf.change(['unsent'], async (inside) => {
      const kept = await inside.get('unsent', item.id);
      if (isSame(kept, item)) inside.put('unsent', item);
    }),
  /** The server has it: only this very text goes, and in the same step the session is among the
   * server's. Its photos have their own way. */
  received: (item: Unsent, session: CachedSession | null): Promise<void> =>
    shelf.change(['unsent', 'sessions'], async (inside) => {
      const [kept, known] = await Promise.all([inside.get('unsent', item.id), inside.get('sessions', item.id)]);
      if (isSame(kept, item)) inside.drop('unsent', item.id);
      if (session && !(known && known.version >= session.version)) inside.put('sessions', session);
    }),
  /** The server has been told of these. */
  told: (numbers: readonly number[]): Promise<void> =>
    shelf.change(['meta'], async (inside) => {
      const before = (await inside.get('meta', GIVEN_UP))?.value;
      if (Array.isArray(before)) inside.put('meta', { key: GIVEN_UP, value: before.filter((number) => !numbers.includes(number)) });
    }),
  /** By a person's hand, with its photos. */
  discard: (id: string): Promise<void> =>
    shelf.change(['unsent', 'drafts', 'photos', 'meta'], async (inside) => {
      // What is half-written about a session that the server has, stays.
      if ((await inside.get('unsent', id))?.op === 'record') inside.drop('drafts', id);
      await giveUp(inside, id);
      for (const photo of await inside.photosOf(id)) inside.drop('photos', photo.id);
    }),
});
