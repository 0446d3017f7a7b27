// What day it is, on phones whose own clock may be wrong. The server's word is believed; without
// one, the phone's is, unless it contradicts what the server has said before.
import { signal } from '@preact/signals';
import { localDay } from '../i18n/format';

/** The latest time that the server gave, and by how much it was ahead of this phone then. */
export type Heard = { serverMs: number; skewMs: number };

const HOUR = 3_600_000;
/** A clock that is wrong by more than this shows another day for most of the time. By less it still
 * does around midnight, which `wasWrongDay` sees once the server has spoken. */
export const WRONG_MS = 12 * HOUR;
/** Clocks drift, and answers take their time. */
const SLACK_MS = HOUR;

export type Guess = { ms: number; doubtful: boolean };

/** Pure. `fresh`: the server has said it since this page was opened. */
export const guess = (phoneMs: number, heard: Heard | null, fresh: boolean): Guess => {
  if (!heard) return { ms: phoneMs, doubtful: false };
  const corrected = phoneMs + heard.skewMs;
  if (fresh) return { ms: corrected, doubtful: false };
  const wasRight = Math.abs(heard.skewMs) <= WRONG_MS;
  const wentOn = phoneMs + (wasRight ? heard.skewMs : 0) >= heard.serverMs - SLACK_MS;
  if (wasRight) return { ms: wentOn ? corrected : heard.serverMs, doubtful: !wentOn };
  // It was wrong then. Whether somebody has set it since, nobody knows.
  return { ms: wentOn ? phoneMs : Math.max(corrected, heard.serverMs), doubtful: true };
};

export const heard = signal<Heard | null>(null);
const fresh = signal<{ atMs: number } | null>(null);

/** Of every answer that says the time. */
export const hear = (serverTime: string): void => {
  const [serverMs, phoneMs] = [new Date(serverTime).getTime(), Date.now()];
  if (Number.isNaN(serverMs)) return;
  heard.value = { serverMs: Math.max(serverMs, heard.peek()?.serverMs ?? 0), skewMs: serverMs - phoneMs };
  fresh.value = { atMs: phoneMs };
};

/** What an earlier visit heard; what this one has heard itself is better. */
export const recallHeard = (kept: Heard | undefined): void => {
  if (kept && !fresh.peek()) heard.value = kept;
};

const SOON_MS = 3000;
/** Of a phone that has never heard the time: a moment for the answer that is on its way. */
export const heardSoon = (): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(heard.peek() !== null), SOON_MS);
    const stop = heard.subscribe((is) => {
      if (!is) return;
      clearTimeout(timer);
      resolve(true);
      queueMicrotask(() => stop());
    });
  });

const FRESH_MS = 10 * 60_000;
/** Whether the server's time is new enough to judge by: the clock may be set while the page stands. */
export const isFresh = (): boolean => {
  const age = fresh.peek() ? Date.now() - (fresh.peek()?.atMs ?? 0) : -1;
  return age >= 0 && age < FRESH_MS;
};

// The clock was set back under an open page: what was learned before says nothing any more.
const stillHolds = (): boolean => fresh.value !== null && Date.now() >= fresh.value.atMs - SLACK_MS;
const here = (): Guess => guess(Date.now(), heard.value, stillHolds());

export const now = (): Date => new Date(here().ms);
/** Then no day is taken for today without asking. */
export const isDoubtful = (): boolean => here().doubtful;
export const today = (): string => localDay(now());
export const yesterday = (): string => localDay(new Date(now().getTime() - 24 * HOUR));
/** The latest that a form takes; while nobody knows today, the server decides. */
export const latestDay = (): string => (isDoubtful() ? '9999-12-31' : today());
export const thisMonth = (): string => today().slice(0, 7);
export const lastMonth = (): string => {
  const [year = 0, month = 0] = thisMonth().split('-').map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
};

/** When something was frozen: by the phone's own clock, and what the app took for now. */
export type Stamp = { phoneMs: number; believedMs: number };
export const stamp = (): Stamp => ({ phoneMs: Date.now(), believedMs: here().ms });

/** Pure: whether "today" was another day than the one believed, as the server's time now shows.
 * A report of a month only needs the month to be right. */
export const wasWrongDay = ({ phoneMs, believedMs }: Stamp, { skewMs }: Heard, isMonth: boolean): boolean => {
  const trueMs = phoneMs + skewMs;
  if (isMonth) return localDay(new Date(trueMs)).slice(0, 7) !== localDay(new Date(believedMs)).slice(0, 7);
  const offMs = Math.abs(trueMs - believedMs);
  return offMs > WRONG_MS || (offMs > SLACK_MS && localDay(new Date(trueMs)) !== localDay(new Date(believedMs)));
};
