// Why nothing is being sent just now, and when it will be tried again by itself.
import { signal } from '@preact/signals';
import { delayAfter } from './backoff';
import type { Why } from './verdict';

export type Pause = {
  why: Why;
  /** By the phone's clock, which is the one on its screen; null: not by itself. */
  next: Date | null;
};
export const paused = signal<Pause | null>(null);

let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
/** The server's own wish, on a clock that nobody sets. */
let notBefore = 0;

/** Whether the server has asked to be left alone for now. */
export const mustWait = (): boolean => performance.now() < notBefore;

export const pause = (why: Why): void => {
  clearTimeout(timer);
  paused.value = { why, next: null };
};

export const tryLater = (why: Why, afterMs: number | null, act: () => void): void => {
  clearTimeout(timer);
  failures += 1;
  const ms = Math.max(afterMs ?? 0, delayAfter(failures));
  if (afterMs !== null) notBefore = performance.now() + afterMs;
  paused.value = { why, next: new Date(Date.now() + ms) };
  timer = setTimeout(act, ms);
};

export const goOn = (): void => {
  clearTimeout(timer);
  failures = 0;
  paused.value = null;
};
