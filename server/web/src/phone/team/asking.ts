// Who waits to be let into the teams that the signed-in person leads: known from last time, and
// asked again with everything else that is heard.
import { signal } from '@preact/signals';
import { me } from '../../account/account';
import { signedOut } from '../../api/client';
import { store, type Store } from '../store/open';
import { leads, teams } from './team';

/** How many, by team. */
export type Asking = Record<number, number>;
export const asking = signal<Asking>({});

/** Of the teams that are still led. */
export const askingAll = (): number => teams().filter(leads).reduce((sum, { id }) => sum + (asking.value[id] ?? 0), 0);

/** Before the first screen, so that nothing of it moves afterwards. */
export const readAsking = async (from: Store): Promise<() => void> => {
  const known = await from.meta.get('asking').catch(() => undefined);
  return () => void (asking.value = known ?? {});
};

export const noteAsking = (teamId: number, n: number): void => {
  asking.value = { ...asking.peek(), [teamId]: n };
  void store.peek()?.meta.set('asking', asking.peek()).catch(() => {});
};

/** Never fails: what was known stays. */
export const lookForAsking = async (): Promise<void> => {
  const from = store.peek();
  const led = teams().filter(leads);
  if (!from || led.length === 0 || signedOut.peek() || me.peek()?.user.must_change_secret) return;
  try {
    const { joinRequests } = await import('../../data/joining');
    for (const { id } of led) {
      const { items } = await joinRequests(id);
      if (store.peek() !== from) return;
      noteAsking(id, items.length);
    }
  } catch {
    // Without signal nobody is let in either.
  }
};
