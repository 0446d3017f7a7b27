// The envelope of what is sent: its items are the frozen texts themselves, to the letter.
import type { Unsent } from '../store/schema';

export const MOST_ITEMS = 50;
const MOST_BYTES = 200_000;

const text = (value: unknown): string => JSON.stringify(value);

export const itemText = ({ seq, op, id, etag, body, reason }: Unsent): string => {
  const head = `"client_seq":${Math.max(1, seq)},"op":${text(op)},"id":${text(id)}`;
  const on = etag ? `,"if_match":${text(etag)}` : '';
  return op === 'withdraw' ? `{${head}${on},"reason":${text(reason ?? '')}}` : `{${head}${on},"session":${body}}`;
};

export type Who = { user_id: number; device_id: string; device_time: string; waiting: number[]; given_up: number[] };

export const envelope = (who: Who, items: readonly Unsent[]): string =>
  `${text(who).slice(0, -1)},"items":[${items.map(itemText).join(',')}]}`;

const bytes = (written: string): number => new TextEncoder().encode(written).length;

/** The first of them that go together; at least one. */
export const nextBatch = (items: readonly Unsent[], most: number): Unsent[] => {
  const taken: Unsent[] = [];
  let size = 0;
  for (const item of items) {
    size += bytes(itemText(item)) + 1;
    if (taken.length > 0 && (taken.length >= most || size > MOST_BYTES)) break;
    taken.push(item);
  }
  return taken;
};

/** After a failure of the whole: whatever broke it is then among fewer, and in the end alone. */
export const halved = (most: number): number => Math.max(1, Math.floor(Math.min(most, MOST_ITEMS) / 2));
/** What has failed before goes last, so that one that breaks every batch stands in nobody's way. */
export const inTurn = (items: readonly Unsent[], failures: ReadonlyMap<string, number>): Unsent[] =>
  [...items].sort((a, b) => (failures.get(a.id) ?? 0) - (failures.get(b.id) ?? 0));
