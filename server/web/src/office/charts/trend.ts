// A year of months: which of them are whole, and the highest of those. Pure.
import { descending } from './scale';

type Month = { to: string; participants: number };

/** A month that is not over is told apart, and set against none. */
export const trendOf = <Point extends Month>(points: readonly Point[], today: string) => {
  const last = points[points.length - 1];
  const isOpen = last !== undefined && last.to > today;
  const whole = isOpen ? points.slice(0, -1) : points;
  const [first, end, top] = [whole[0], whole[whole.length - 1], descending(whole, (point) => point.participants)[0]];
  return first && end && top && last ? { first, end, top, last, isOpen } : null;
};
