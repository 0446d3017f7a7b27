// What the numbers of a screen count: of which days, which sessions, and how many of them wait.
import type { By, Rollup } from '../../api/types';
import { day } from '../../i18n/formats';
import { t } from './i18n';
import { today } from '../shell/current';
import { hrefOf } from '../shell/pages';

type Props = { period: { from: string; to: string }; state: Rollup['state']; by: By; pending: number };

/** Exactly those sessions, in the table that has them as a column. */
const hrefOfPending = (by: By): string => {
  const results = hrefOf('results');
  return `${results}${results.includes('?') ? '&' : '?'}by=${by}&cell=pending`;
};

export const Facts = ({ period: { from, to }, state, by, pending }: Props) => (
  <p class="quiet">
    <span class="unprinted">
      {t('period.days', { from: day(from), to: day(to < today.value ? to : today.value) })} · {t(`results.${state}`)}
      {pending > 0 && ' · '}
    </span>
    {pending > 0 && <a href={hrefOfPending(by)}>{t(state === 'official' ? 'results.pending_out' : 'results.pending_in', { n: pending })}</a>}
  </p>
);
