// The twelve months of one hamlet, each a square under its number.
import type { CoverRow } from '../../api/types';
import { period as periodName } from '../../i18n/formats';
import { t } from './i18n';
import { Square } from './Square';
import { stateName } from './words';

export const Strip = ({ row, months }: { row: CoverRow; months: readonly string[] }) => (
  <ol class="strip" aria-label={t('coverage.months', { month: periodName(months[months.length - 1] ?? '') })}>
    {row.states.map((state, i) => {
      const month = months[i] ?? '';
      return (
        <li key={month}>
          <span class="strip-month quiet" aria-hidden="true">
            {Number(month.slice(5))}
          </span>
          <Square state={state} label={`${periodName(month)}: ${stateName(state)}`} />
        </li>
      );
    })}
  </ol>
);
