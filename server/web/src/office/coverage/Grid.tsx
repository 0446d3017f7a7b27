import type { CoverRow } from '../../api/types';
import { fullName } from '../../data/units';
import { day, number, period as periodName } from '../../i18n/formats';
import { Name } from '../../ui';
import { t } from '../i18n';
import { today } from '../shell/current';
import { daysBetween } from '../shell/periods';
import { lastMonth, stateOf } from './order';
import { Square } from './Square';

const lastSeen = (row: CoverRow, months: readonly string[]): string => {
  const { last_session_on } = row;
  const month = lastMonth(row, months);
  if (month && (last_session_on ?? '') < month) return periodName(month);
  if (!last_session_on) return stateOf(row) === 'no_team' ? t('cover.no_team') : t('coverage.never');
  const n = daysBetween(last_session_on, today.value);
  return n <= 0 ? t('coverage.today') : t('coverage.days_ago', { n });
};

const GridRow = ({ row, months }: { row: CoverRow; months: readonly string[] }) => (
  <tr>
    <th scope="row">
      <Name of={fullName(row.unit)} />
    </th>
    {row.states.map((state, i) => (
      <td key={months[i]} class="month">
        <Square state={state} label={t(`cover.${state}`)} />
      </td>
    ))}
    <td class="numbers" title={row.last_session_on ? day(row.last_session_on) : undefined}>
      {lastSeen(row, months)}
    </td>
    <td class="numbers">{row.participants > 0 || row.sessions > 0 ? number(row.participants) : '–'}</td>
    <td>{row.team?.leader ?? '–'}</td>
  </tr>
);

export const Grid = ({ rows, months }: { rows: readonly CoverRow[]; months: readonly string[] }) => (
  <div class="card card-table" tabIndex={0} role="region" aria-label={t('nav.coverage')}>
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
          <GridRow key={row.unit.id} row={row} months={months} />
        ))}
      </tbody>
    </table>
  </div>
);
