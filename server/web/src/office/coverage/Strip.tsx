// The twelve months of one hamlet, each a square under its number.
import type { CoverRow } from '../../api/types';
import { period as periodName } from '../../i18n/formats';
import { hrefWith } from '../../router';
import { t } from './i18n';
import { Square } from './Square';
import { stateName } from './words';

/** `opens`: a month with sessions is the way to them. */
export const Strip = ({ row, months, opens = false }: { row: CoverRow; months: readonly string[]; opens?: boolean }) => (
  <ol class="strip" aria-label={t('coverage.months', { month: periodName(months[months.length - 1] ?? '') })}>
    {row.states.map((state, i) => {
      const month = months[i] ?? '';
      const square = <Square state={state} label={`${periodName(month)}: ${stateName(state)}`} />;
      return (
        <li key={month}>
          <span class="strip-month quiet" aria-hidden="true">
            {Number(month.slice(5))}
          </span>
          {opens && state === 'active' ? <a href={hrefWith({ cell: 'reach', month })}>{square}</a> : square}
        </li>
      );
    })}
  </ol>
);
