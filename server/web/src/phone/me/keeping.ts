// Whether the browser has promised to keep what is on this phone.
import { signal } from '@preact/signals';

export type Keeping = 'kept' | 'not_kept' | 'unknown';
export const keeping = signal<Keeping>('unknown');

/** Asked for by itself: most browsers answer without a question to the person. */
export const askToKeep = async (): Promise<void> => {
  const kept = await navigator.storage?.persist?.().catch(() => undefined);
  keeping.value = kept === undefined ? 'unknown' : kept ? 'kept' : 'not_kept';
};
