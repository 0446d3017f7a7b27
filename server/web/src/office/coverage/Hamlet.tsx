// One hamlet: its team, its months, when somebody was last there.
import type { CoverRow } from '../../api/types';
import { may } from '../../account/account';
import { day, number, period as periodName } from '../../i18n/formats';
import { inside, sentence } from '../../i18n/text';
import { hrefWith } from '../../router';
import { Button } from '../../ui';
import { t } from './i18n';
import { hrefOf } from '../shell/pages';
import { Leader } from './Leader';
import type { Opened } from './opened';
import { stateOf } from './order';
import { HamletSessions } from './Sessions';
import { Square } from './Square';
import { Strip } from './Strip';
import { lastSeen, stateName } from './words';

const Fact = ({ name, children }: { name: string; children: preact.ComponentChildren }) => (
  <div>
    <dt class="quiet small">{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Opens = ({ cell, n }: { cell: Opened; n: number }) => (n > 0 ? <a href={hrefWith({ cell, month: null })}>{number(n)}</a> : <>{number(n)}</>);

export const Hamlet = ({ row, months }: { row: CoverRow; months: readonly string[] }) => {
  const state = stateOf(row) ?? 'no_team';
  const { team } = row;
  const { returned, remote } = row.unheard;
  return (
    <article class="card hamlet stack">
      <p class="hamlet-state">
        <Square state={state} />
        <strong>
          {sentence(periodName(months[months.length - 1] ?? ''))}: {inside(stateName(state))}
        </strong>
      </p>
      <Strip row={row} months={months} opens />
      <dl class="hamlet-facts">
        <Fact name={t('coverage.last')}>
          {lastSeen(row)}
          {row.last_session_on && ` (${day(row.last_session_on)})`}
        </Fact>
        {(returned || remote) && (
          <Fact name={t('hamlet.unheard')}>
            {[...(returned ? [t('hamlet.returned', { date: day(returned.date) })] : []), ...(remote ? [t('hamlet.remote', { date: day(remote.date) })] : [])].join('; ')}
          </Fact>
        )}
        <Fact name={t('hamlet.sessions')}><Opens cell="reach" n={row.sessions} /></Fact>
        <Fact name={t('coverage.turns')}><Opens cell="participants" n={row.participants} /></Fact>
        <Fact name={t('hamlet.team')}>{team ? may('team.manage') ? <a href={hrefOf('teams', `/${team.id}`)}>{team.name}</a> : team.name : t('cover.no_team')}</Fact>
        <Fact name={t('coverage.leader')}><Leader row={row} /></Fact>
      </dl>
      <p>
        <Button icon="chart" href={hrefOf('results')}>
          {t('hamlet.results')}
        </Button>
      </p>
      <HamletSessions row={row} months={months} />
    </article>
  );
};
