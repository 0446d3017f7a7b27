// What a change of a session says to people: pure.
import type { Change } from '../api/types';

/** Not recorded, in whatever form it was stored. */
export const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** From blank to blank nothing has changed. */
export const realChanges = (changes: readonly Change[]): Change[] => changes.filter(({ from, to }) => !(isBlank(from) && isBlank(to)));
