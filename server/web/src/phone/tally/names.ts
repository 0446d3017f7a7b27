// What a button of the count is called: by what was achieved.
import { serviceName } from '../../data/catalogue';
import { PEOPLE } from './tally';
import { t, vi } from './texts';

type Achieved = Extract<keyof typeof vi, `tally.do.${string}`>;
const isAchieved = (key: string): key is Achieved => key in vi;

export const tappedName = (what: string): string => {
  if (what === PEOPLE) return t('tally.people');
  const key = `tally.do.${what}`;
  return isAchieved(key) ? t(key) : serviceName(what);
};
