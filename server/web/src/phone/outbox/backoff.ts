// When to try again: sooner at first, then less and less often, and never all phones at once.
const FIRST_MS = 2_000;
const LONGEST_MS = 300_000;
const SHORTEST_MS = 500;

/** Full jitter: anything up to the bound, which doubles with every failure. */
export const delayAfter = (failures: number, random: () => number = Math.random): number =>
  Math.max(SHORTEST_MS, Math.round(random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1))));
