// What somebody typed over the messages, each known by the words that it had: another month, team or
// part has others, and so nobody sends an old list. Pure.
export type Typed = ReadonlyMap<string, string>;

export const NOTHING_TYPED: Typed = new Map();

/** A message as it goes out. */
export const wordsOf = (typed: Typed, written: string): string => typed.get(written) ?? written;

export const typedOver = (typed: Typed, written: string, text: string): Typed => {
  const next = new Map(typed).set(written, text);
  if (text === written) next.delete(written);
  return next;
};
