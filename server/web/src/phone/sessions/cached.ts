// The server's sessions as they were heard of last, own ones and the teams'; there without a network.
import { signal } from '@preact/signals';
import type { CachedSession } from '../store/schema';

export const cached = signal<readonly CachedSession[]>([]);

/** The newest day first, then what was received last. */
export const refreshCached = (sessions: CachedSession[]): void => {
  cached.value = sessions.sort((a, b) => b.date.localeCompare(a.date) || b.received_at.localeCompare(a.received_at));
};
