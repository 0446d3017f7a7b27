// What the server has just taken stands in a list before the list has been read again: no session
// is ever out of sight between the phone and the server.
import type { Session } from '../../api/types';

export type Receipts = Record<string, Session>;

/** The receipts that came after those a list was read with. */
export const since = (receipts: Receipts, known: Receipts): Session[] => Object.values(receipts).filter((session) => known[session.id] !== session);

/** Each session once, in its newest version; those that the list has not yet come first. */
export const withReceived = (items: readonly Session[], received: readonly Session[]): Session[] => {
  const newer = (item: Session): Session => received.find(({ id, version }) => id === item.id && version > item.version) ?? item;
  const unlisted = received.filter(({ id }) => !items.some((item) => item.id === id));
  return [...unlisted, ...items.map(newer)];
};
