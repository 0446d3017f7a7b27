// Hamlets by month: a table where there is room, on a phone one card each.
import type { CoverRow } from '../../api/types';
import { fullName } from '../../data/units';
import { day, number, period as periodName } from '../../i18n/formats';
import { Name } from '../../ui';
import { t } from './i18n';
import { hrefOfUnit } from '../results/Path';
import { usePrinting } from '../usePrinting';
import { useWide } from '../useWide';
import { Leader } from './Leader';
import { stateOf } from './order';
import { Square } from './Square';
import { Strip } from './Strip';
import { shortName } from './tiles';
import { lastSeen, stateName } from './words';

/** Within one commune its name need not stand at every hamlet. */
type Props = { rows: readonly CoverRow[]; months: readonly string[]; isOneCommune: boolean };
type OfRow = Omit<Props, 'rows'> & { row: CoverRow };

const turns = (row: CoverRow): string => (row.participants > 0 || row.sessions > 0 ? number(row.participants) : '–');

const HamletName = ({ row, isOneCommune }: Omit<OfRow, 'months'>) => (
  <a href={hrefOfUnit(row.unit.id)}>
    <Name of={isOneCommune ? shortName(row.unit) : fullName(row.unit)} />
  </a>
);

const GridRow = ({ row, months, isOneCommune }: OfRow) => (
  <tr>
    <th scope="row">
      <HamletName row={row} isOneCommune={isOneCommune} />
    </th>
    {row.states.map((state, i) => (
      <td key={months[i]} class="month">
        <Square state={state} label={stateName(state)} />
      </td>
    ))}
    <td class="grid-state">{stateName(stateOf(row) ?? 'no_team')}</td>
    <td class="numbers" title={row.last_session_on ? day(row.last_session_on) : undefined}>
      {lastSeen(row)}
    </td>
    <td class="numbers">{turns(row)}</td>
    <td class="grid-leader">
      <Leader row={row} />
    </td>
  </tr>
);

const Months = ({ rows, months, isOneCommune }: Props) => (
  <div class="card card-table" tabIndex={0} role="region" aria-label={t('coverage.by_month')}>
    <table class="table coverage">
      <caption class="unseen">{t('coverage.months', { month: periodName(months[months.length - 1] ?? '') })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('coverage.hamlet')}</th>
          {months.map((month) => (
            <th key={month} scope="col" class="month">
              <span aria-hidden="true">{Number(month.slice(5))}</span>
              <span class="unseen">{periodName(month)}</span>
            </th>
          ))}
          <th scope="col">{t('coverage.month', { month: Number((months[months.length - 1] ?? '').slice(5)) })}</th>
          <th scope="col" class="numbers">
            {t('coverage.last')}
          </th>
          <th scope="col" class="numbers">
            {t('coverage.turns')}
          </th>
          <th scope="col">{t('coverage.leader')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <GridRow key={row.unit.id} row={row} months={months} isOneCommune={isOneCommune} />
        ))}
      </tbody>
    </table>
  </div>
);

const Cards = ({ rows, months, isOneCommune }: Props) => (
  <ul class="hamlet-cards">
    {rows.map((row) => (
      <li key={row.unit.id} class="card">
        <div class="hamlet-head">
          <strong>
            <HamletName row={row} isOneCommune={isOneCommune} />
          </strong>
          <span class="quiet small">{stateName(stateOf(row) ?? 'no_team')}</span>
        </div>
        <Strip row={row} months={months} />
        <p class="quiet small">
          {t('coverage.last')}: {lastSeen(row)} · {t('coverage.turns')}: {turns(row)}
          {row.team?.leader && (
            <>
              <br />
              {t('coverage.leader')}: <Leader row={row} />
            </>
          )}
        </p>
      </li>
    ))}
  </ul>
);

export const Grid = (props: Props) => {
  const isWide = useWide(700);
  return usePrinting() || isWide ? <Months {...props} /> : <Cards {...props} />;
};
