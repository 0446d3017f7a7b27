// What is to be done: the numbers of the reader's whole area, which the rail says, and of the area
// on screen, which are as long as the lists that stand there.
import { signal } from '@preact/signals';
import { may } from '../../account/account';
import { api, ok } from '../../api/client';
import type { Worklist } from '../../api/types';
import { filters } from '../shell/current';

export const work = signal<Worklist | null>(null);
export const workHere = signal<Worklist | null>(null);

const read = (unit: number | null): Promise<Worklist> =>
  ok(api.GET('/api/v1/worklist', { params: { query: unit === null ? {} : { unit } } }));

/** Throws when there is no answer; the last one then stays. */
export const readWork = async (): Promise<Worklist> => {
  const { unit } = filters.value;
  const whole = read(null);
  const [all, here] = await Promise.all([whole, unit === null ? whole : read(unit)]);
  work.value = all;
  // Somebody may have gone to another area meanwhile, whose own read is on its way.
  if (filters.value.unit === unit) workHere.value = here;
  return here;
};

/** For whoever only keeps the counts true. */
export const countWork = async (): Promise<void> => {
  if (may('session.review')) await readWork().catch(() => null);
};
