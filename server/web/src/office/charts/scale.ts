// The arithmetic of the pictures. Pure.

/** Round steps from 0 up to at least `max`: 1, 2 or 5 times a power of ten. */
export const ticks = (max: number, about = 4): number[] => {
  if (max <= 0) return [0, 1];
  const rough = max / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  // Counts: a step below one would promise half a session.
  const step = Math.max(1, [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? 10 * power);
  return Array.from({ length: Math.ceil(max / step) + 1 }, (_, i) => i * step);
};

type Scale = (value: number) => number;

export const linear = (max: number, from: number, to: number): Scale => {
  const span = max > 0 ? max : 1;
  return (value) => from + ((to - from) * value) / span;
};

/** Where the n-th of several points stands; a single one in the middle. */
export const spread = (count: number, from: number, to: number): Scale =>
  count > 1 ? (i) => from + ((to - from) * i) / (count - 1) : () => (from + to) / 2;

export const linePath = (points: readonly { x: number; y: number }[]): string =>
  points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

export const median = (values: readonly number[]): number | null => {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
};

export const share = (numerator: number, denominator: number): number => (denominator > 0 ? numerator / denominator : 0);

/** Largest first; equals keep their order. */
export const descending = <Item>(items: readonly Item[], by: (item: Item) => number): Item[] => [...items].sort((a, b) => by(b) - by(a));

/** Of what is sorted largest first: all that share the first place, and all that share the last. */
export const ends = <Item>(sorted: readonly Item[], value: (item: Item) => number): { top: Item[]; bottom: Item[] } => {
  const [first, last] = [sorted[0], sorted[sorted.length - 1]];
  return {
    top: first !== undefined ? sorted.filter((item) => value(item) === value(first)) : [],
    bottom: last !== undefined ? sorted.filter((item) => value(item) === value(last)) : [],
  };
};

/** Of fewer than these a middle says nothing. */
export const LEAST_FOR_MEDIAN = 5;

/** Every n-th label, counted from the last, so that the last always stands. */
export const labelled = (count: number, width: number, each: number): ((i: number) => boolean) => {
  const step = Math.max(1, Math.ceil((count * each) / Math.max(width, 1)));
  return (i) => (count - 1 - i) % step === 0;
};
