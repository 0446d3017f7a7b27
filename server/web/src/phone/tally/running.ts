// The running counts of whoever is signed in, as the screen shows them and as the phone keeps them.
import { effect, signal } from '@preact/signals';
import { day, time } from '../../i18n/formats';
import { isDoubtful, stamp, today } from '../../data/clock';
import { t } from '../i18n';
import { store, type Store } from '../store/open';
import { startedDay, withoutLast, withTap, type Tally } from './tally';

/** Null until the phone has said what it keeps. */
export const tallies = signal<Tally[] | null>(null);
/** Whether the last tap is on the disk. */
export const isKept = signal(true);

export const tallyOf = (teamId: number): Tally | null => tallies.value?.find(({ team_id }) => team_id === teamId) ?? null;

/** "từ 08:10"; with the day where it was another. */
export const since = (tally: Pick<Tally, 'startedAt'>): string => {
  const started = startedDay(tally);
  const at = time(tally.startedAt);
  return started === today() ? t('tally.since', { time: at }) : t('tally.since_day', { time: at, day: day(started) });
};

export const read = async (from: Store | null): Promise<void> => {
  const all = (await from?.tally.all()) ?? null;
  if (store.value === from) tallies.value = all;
};

/** Before the first screen, so that nothing of it moves afterwards. */
export const readFirst = async (from: Store): Promise<() => void> => {
  const all = await from.tally.all().catch(() => []);
  return () => void (tallies.value = all);
};

effect(() => {
  if (!store.value) tallies.value = null;
});

let writing = 0;
const keep = (teamId: number, tally: Tally | null): void => {
  const into = store.value;
  if (!into || !tallies.value) return;
  tallies.value = [...tallies.value.filter(({ team_id }) => team_id !== teamId), ...(tally ? [tally] : [])];
  writing += 1;
  (tally ? into.tally.save(tally) : into.tally.clear(teamId))
    .then(
      () => (isKept.value = into.isDurable),
      () => (isKept.value = false),
    )
    .finally(() => (writing -= 1));
};

export const tap = (teamId: number, what: string): void => keep(teamId, withTap(tallyOf(teamId), what, teamId, { stamp: stamp(), isDoubtful: isDoubtful() }));

/** What the last tap was, now taken back. */
export const undo = (teamId: number): string | null => {
  const tally = tallyOf(teamId);
  const last = tally?.taps[tally.taps.length - 1];
  if (!tally || last === undefined) return null;
  keep(teamId, withoutLast(tally));
  return last;
};

/** Another tab may have counted on meanwhile. */
export const readAgain = (): void => {
  if (document.visibilityState === 'visible' && writing === 0) void read(store.value).catch(() => {});
};
