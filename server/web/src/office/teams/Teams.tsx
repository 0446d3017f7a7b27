// D4: the teams of the area, and a new one.
import { useState } from 'preact/hooks';
import { may, OFFICE } from '../../account/account';
import { api, ok } from '../../api/client';
import type { Team } from '../../api/types';
import { day } from '../../i18n/formats';
import { go, hrefWith, place, setQuery } from '../../router';
import { Button, Choice, EmptyState, Name } from '../../ui';
import { t } from '../i18n';
import { Requests } from '../join/Requests';
import { Paged } from '../Paged';
import { unitId } from '../shell/current';
import { Filters } from '../shell/Filters';
import { usePages } from '../../data/usePages';
import { fullName } from '../../data/units';
import { TEAM_KINDS } from './kinds';
import { NewTeam } from './NewTeam';
import { justAdded } from './justAdded';

const hrefOfTeam = (id: number): string => {
  const query = hrefWith({ kind: null }).split('?')[1];
  return `${OFFICE}to/${id}${query ? `?${query}` : ''}`;
};
/** The kind goes along: the cards are those of the teams on screen. */
const hrefOfSheet = (): string => hrefWith({}).replace(/to\b/, 'to/the-qr');

const List = ({ teams }: { teams: readonly Team[] }) => (
  <div class="card card-table">
    <table class="table teams">
      <caption class="unseen">{t('teams.list')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('teams.name')}</th>
          <th scope="col">{t('teams.kind')}</th>
          <th scope="col">{t('teams.home')}</th>
          <th scope="col" class="numbers">
            {t('teams.founded')}
          </th>
        </tr>
      </thead>
      <tbody>
        {teams.map((team) => (
          <tr key={team.id}>
            <th scope="row">
              <a href={hrefOfTeam(team.id)}>{team.name}</a>
              {team.dissolved_on && <span class="quiet small"> · {t('teams.dissolved', { date: day(team.dissolved_on) })}</span>}
            </th>
            <td>
              {t(`kind.${team.kind}`)}
              {team.is_pilot && <span class="quiet small under-left">{t('teams.pilot')}</span>}
            </td>
            <td>
              <Name of={fullName(team.home)} />
            </td>
            <td class="numbers">{day(team.founded_on)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

export const Teams = () => {
  const kind = TEAM_KINDS.find((one) => one === place.value.query.get('kind')) ?? null;
  const unit = unitId.value;
  const pages = usePages(
    (cursor) =>
      ok(api.GET('/api/v1/teams', { params: { query: { ...(unit !== null && { unit }), ...(kind && { kind }), ...(cursor && { cursor }), limit: 100 } } })),
    [unit, kind],
  );
  const [adding, setAdding] = useState(false);
  const add = may('team.manage') && (
    <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>
      {t('teams.add')}
    </Button>
  );
  const n = pages.items?.length ?? 0;
  return (
    <>
      <Filters />
      <div class="page-head">
        <h1>{pages.items === null ? t('nav.teams') : t(pages.hasMore ? 'teams.title_more' : 'teams.title', { n })}</h1>
        <div class="row">
          {may('team.manage') && n > 0 && (
            <Button icon="print" href={hrefOfSheet()}>
              {t('sheet.action')}
            </Button>
          )}
          {add}
        </div>
      </div>
      {may('team.manage') && <Requests />}
      <div class="find">
        <Choice
          id="kind"
          look="segments"
          legend={t('teams.kind')}
          legendHidden
          value={kind ?? 'all'}
          onValue={(value) => setQuery({ kind: value === 'all' ? null : value })}
          options={[{ value: 'all' as const, label: t('teams.all') }, ...TEAM_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))]}
        />
      </div>
      <Paged pages={pages} empty={<EmptyState icon="people" title={t('teams.empty')} action={add || undefined} />}>
        {(teams) => <List teams={teams} />}
      </Paged>
      {adding && (
        <NewTeam
          onClose={() => setAdding(false)}
          onAdded={(team) => {
            setAdding(false);
            justAdded.value = team.id;
            go(hrefOfTeam(team.id));
          }}
        />
      )}
    </>
  );
};
