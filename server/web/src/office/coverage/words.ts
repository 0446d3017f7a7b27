// What is said of a hamlet's last session.
import type { CoverRow } from '../../api/types';
import { t } from '../i18n';
import { today } from '../shell/current';
import { daysBetween } from '../shell/periods';
import { stateOf } from './order';

export const lastSeen = (row: Pick<CoverRow, 'states' | 'last_session_on'>): string => {
  const { last_session_on } = row;
  if (!last_session_on) return stateOf(row) === 'no_team' ? t('cover.no_team') : t('coverage.never');
  const n = daysBetween(last_session_on, today.value);
  return n <= 0 ? t('coverage.today') : t('coverage.days_ago', { n });
};
