// Teams that have gone quiet, with whom to call.
import { OFFICE } from '../../account/account';
import { api, ok } from '../../api/client';
import type { IdleTeam, Page } from '../../api/types';
import { day } from '../../i18n/formats';
import { Call } from '../Call';
import { t } from './i18n';
import { called } from '../teams/called';
import { shortTeam } from '../teams/names';

export const readIdle = (unit: number | null, limit: number, cursor?: string): Promise<Page<IdleTeam>> =>
  ok(api.GET('/api/v1/worklist/teams', { params: { query: { ...(unit !== null && { unit }), ...(cursor && { cursor }), limit } } }));

const Leader = ({ leader, team: { kind } }: Pick<IdleTeam, 'leader' | 'team'>) => {
  if (!leader) return <span class="quiet">{called(t('idle.no_leader'), kind)}</span>;
  return (
    <>
      <span>
        {leader.name}
        <span class="quiet small"> {called(t('idle.leader'), kind)}</span>
      </span>
      {leader.phone ? <Call name={leader.name} phone={leader.phone} /> : <span class="quiet small">{t('idle.no_phone')}</span>}
    </>
  );
};

const Row = ({ idle: { team, days, last_session_on, leader } }: { idle: IdleTeam }) => (
  <li>
    <a class="idle-team" href={`${OFFICE}to/${team.id}`}>
      {shortTeam(team.name)}
    </a>
    <span class="idle-since">
      <strong>{days === null ? t('idle.never') : t('idle.days', { n: days })}</strong>
      {last_session_on && <span class="quiet small"> {t('idle.last', { date: day(last_session_on) })}</span>}
    </span>
    <span class="idle-leader">
      <Leader leader={leader} team={team} />
    </span>
  </li>
);

export const IdleTeams = ({ teams, label }: { teams: readonly IdleTeam[]; label: string }) => (
  <ul class="card card-tight idle" aria-label={label}>
    {teams.map((idle) => (
      <Row key={idle.team.id} idle={idle} />
    ))}
  </ul>
);
