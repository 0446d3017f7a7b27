// What is to be done in the area on screen: numbers that are as long as the lists that stand there.
import { signal } from '@preact/signals';
import { may } from '../../account/account';
import { api, ok } from '../../api/client';
import type { Worklist } from '../../api/types';
import { home, todays } from '../shell/areas';
import { filters, wholeUnit, workUnit } from '../shell/current';
import type { Part } from './doors';

export const work = signal<Worklist | null>(null);
/** Of all that is the reader's, whatever place is on screen: the counts of the rail. */
export const allWork = signal<Worklist | null>(null);

const read = (unit: number | null): Promise<Worklist> =>
  ok(api.GET('/api/v1/worklist', { params: { query: unit === null ? {} : { unit } } }));

/** Throws when there is no answer; the last one then stays. */
export const readWork = async (): Promise<Worklist> => {
  const unit = workUnit.value;
  const here = await read(unit);
  // Somebody may have gone to another area meanwhile, whose own read is on its way.
  if (workUnit.value === unit) work.value = here;
  if (wholeUnit.value === unit) allWork.value = here;
  return here;
};

/** Coverage shows one area at a time: of several, each has its own number to open. */
export const readParts = async (): Promise<Part[]> => {
  if (filters.value.unit !== null || todays.value.length < 2) return [];
  return Promise.all(todays.value.map(async (unit) => ({ unit, work: await read(unit.id) })));
};

/** For whoever only keeps the counts true. */
export const countWork = async (): Promise<void> => {
  if (home.value === null || !may('session.review')) return;
  const all = wholeUnit.value;
  await Promise.allSettled([readWork(), workUnit.value !== all && read(all).then((found) => (allWork.value = found))]);
};
