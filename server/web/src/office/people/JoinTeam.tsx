// Somebody is put into one of the area's teams: those of where they are or were come first, others are
// named with their commune and cluster.
import { useState } from 'preact/hooks';
import { api, ok } from '../../api/client';
import type { Person, PersonDetail, Team } from '../../api/types';
import { useLoad } from '../../data/useLoad';
import { fullName } from '../../data/units';
import { inside } from '../../i18n/text';
import { Button, ErrorText, Name, Notice } from '../../ui';
import { FormDialog } from '../FormDialog';
import { Loaded } from '../Loaded';
import { t } from './i18n';
import { allTeams } from '../paper/reads';
import { unitDetail } from '../shell/areas';
import { today } from '../shell/current';
import { takeIn } from '../teams/asks';
import { TeamSearch } from '../teams/TeamSearch';
import { person as readPerson } from './asks';
import { openTeams } from './memberships';
import { placer } from './where';

/** The commune of where somebody was last. */
const lastCommune = async ({ memberships, last_home }: PersonDetail) => {
  const home = memberships[0]?.team.home ?? last_home;
  if (!home) return null;
  const { level, parent } = await unitDetail(home.id);
  return level === 'hamlet' ? parent : level === 'commune' ? home : null;
};

const readTeams = async (id: number) => {
  const person = await readPerson(id);
  const own = openTeams(person.memberships, today.value);
  const [commune, all, communes] = await Promise.all([lastCommune(person), allTeams(), ok(api.GET('/api/v1/units', { params: { query: { level: 'commune', limit: 1000 } } }))]);
  const teams = all.filter((team) => !own.has(team.id));
  const near = new Set(commune ? (await allTeams(commune.id).catch(() => [])).map((team) => team.id) : []);
  return { commune, near: teams.filter((team) => near.has(team.id)), far: teams.filter((team) => !near.has(team.id)), placeOf: placer(communes.items) };
};

type Found = Awaited<ReturnType<typeof readTeams>>;
type ChosenProps = { team: Team; name: string; of: Found; change: () => void };

const Chosen = ({ team, name, of: { commune, far, placeOf }, change }: ChosenProps) => (
  <>
    <p class="chosen-team">
      <span>
        <strong>{team.name}</strong>
        <span class="quiet under-left">
          <Name of={placeOf(team.home)} />
        </span>
      </span>
      <Button kind="quiet" onClick={change}>
        {t('people.other_team')}
      </Button>
    </p>
    {commune && far.includes(team) && (
      <Notice tone="pending" icon="warning" title={t('people.join_far', { place: inside(placeOf(team.home)), near: inside(commune.name), name })} live />
    )}
  </>
);

type Props = { person: Pick<Person, 'id' | 'name'>; onClose: () => void; onDone: (team: string, place: string) => void };

export const JoinTeam = ({ person: { id, name }, onClose, onDone }: Props) => {
  const load = useLoad(() => readTeams(id), [id]);
  const [team, choose] = useState<Team | null>(null);
  const save = async () => {
    if (!team) return;
    await takeIn(team.id, { user_id: id });
    onDone(team.name, fullName(team.home));
  };
  const groupsOf = ({ commune, near, far, placeOf }: Found) => [
    ...(commune ? [{ title: t('people.join_near', { place: commune.name, name }), teams: near }] : []),
    { title: commune ? t('people.join_elsewhere') : '', teams: far, placeOf: ({ home }: Team) => placeOf(home) },
  ];
  return (
    <FormDialog title={t('people.join_title', { name })} action={t('people.join')} isReady={team !== null} save={save} onClose={onClose}>
      {(wrong) => {
        const error = wrong('/user_id', !team && t('people.need_team'));
        return (
          <div class={error ? 'field field-wrong' : 'field'}>
            <span class="label">{t('people.which_team')}</span>
            <Loaded load={load}>
              {(found) => (team ? <Chosen team={team} name={name} of={found} change={() => choose(null)} /> : <TeamSearch groups={groupsOf(found)} choose={choose} takesFocus />)}
            </Loaded>
            {error && <ErrorText>{error}</ErrorText>}
          </div>
        );
      }}
    </FormDialog>
  );
};
