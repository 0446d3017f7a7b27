// How a photo is made small: pure.

export const LONGEST_SIDE = 1280;
export const MOST_BYTES = 200_000;

export type Size = { width: number; height: number };

/** Within the square, in its own proportions, and never enlarged. */
export const fitted = ({ width, height }: Size, longest: number): Size => {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
};

const SIDES = [LONGEST_SIDE, 1024, 800, 640];
const QUALITIES = [0.82, 0.72, 0.62, 0.5, 0.4];

/** What is tried in turn until it is small enough: coarser first, smaller after. */
export const attempts = (): { longest: number; quality: number }[] =>
  SIDES.flatMap((longest) => QUALITIES.map((quality) => ({ longest, quality })));
