// What is said of a hamlet's last session.
import type { CoverRow, CoverState } from '../../api/types';
import { t } from './i18n';
import { filters, today } from '../shell/current';
import { daysBetween } from '../shell/periods';

/** Where only approved sessions count, a team without one may have reported all the same. */
const isUnapproved = (state: CoverState): boolean => state === 'silent' && filters.value.state === 'official';

export const stateName = (state: CoverState): string => t(isUnapproved(state) ? 'cover.unapproved' : `cover.${state}`);
export const stateLong = (state: CoverState): string => t(isUnapproved(state) ? 'cover.unapproved_long' : `cover.${state}_long`);

export const lastSeen = ({ last_session_on }: Pick<CoverRow, 'last_session_on'>): string => {
  if (!last_session_on) return t('coverage.never');
  const n = daysBetween(last_session_on, today.value);
  return n <= 0 ? t('coverage.today') : t('coverage.days_ago', { n });
};
