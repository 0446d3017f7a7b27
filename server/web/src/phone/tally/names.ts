// What a button of the count is called: by what was achieved.
import { serviceName } from '../../data/catalogue';
import { t } from '../i18n';
import { vi } from '../i18n/vi';
import { PEOPLE } from './tally';

type Achieved = Extract<keyof typeof vi, `tally.do.${string}`>;
const isAchieved = (key: string): key is Achieved => key in vi;

export const tappedName = (what: string): string => {
  if (what === PEOPLE) return t('tally.people');
  const key = `tally.do.${what}`;
  return isAchieved(key) ? t(key) : serviceName(what);
};
