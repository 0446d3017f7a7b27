// D14: officers and staff, below the reader's own rank; and the volunteers whom no team's page shows.
import { useState } from 'preact/hooks';
import { me } from '../../account/account';
import { api, ok } from '../../api/client';
import type { ListedPerson, Person, Role } from '../../api/types';
import { inside } from '../../i18n/text';
import { place, setQuery } from '../../router';
import { Button, Choice, EmptyState, Notice } from '../../ui';
import { t } from './i18n';
import { hrefOf } from '../shell/pages';
import { Paged } from '../Paged';
import { Code } from '../teams/Code';
import { usePages } from '../../data/usePages';
import { JoinTeam } from './JoinTeam';
import { NewPerson } from './NewPerson';
import { PeopleList } from './PeopleList';
import { PersonRow } from './PersonRow';
import { rolesBelow, rolesSeen } from './roles';

const lead = (below: readonly Role[]): string =>
  below.length === 0 ? t('people.lead_officer') : t('people.lead_others', { roles: below.map((one) => inside(t(`role.${one}`))).join(', ') });

export const People = () => {
  const mine = me.value?.user.role ?? 'officer';
  const below = rolesBelow(mine).filter((role) => role !== 'volunteer');
  const seen: Role[] = [...rolesSeen(mine), 'volunteer'];
  const role: Role = seen.find((one) => one === place.value.query.get('role')) ?? 'officer';
  const pages = usePages<ListedPerson>(
    (cursor) => ok(api.GET('/api/v1/users', { params: { query: { role, ...(role === 'volunteer' && { without_team: 'true' as const }), ...(cursor && { cursor }), limit: 100 } } })),
    [role],
  );
  const [adding, setAdding] = useState(false);
  const [issuing, setIssuing] = useState<Person | null>(null);
  const [joining, setJoining] = useState<Person | null>(null);
  const [said, setSaid] = useState('');
  const add = below.length > 0 && (
    <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>
      {t('people.add')}
    </Button>
  );
  const row = (person: ListedPerson) => <PersonRow key={person.id} person={person} isBelow={rolesBelow(mine).includes(person.role)} issue={setIssuing} join={setJoining} />;
  return (
    <>
      <div class="page-head">
        <div>
          <h1>{t('people.title')}</h1>
          <p class="quiet">
            {lead(below)} <a href={hrefOf('teams')}>{t('nav.teams')}</a>.
          </p>
        </div>
        {add}
      </div>
      {said && <Notice tone="approved" title={said} live />}
      <div class="find">
        <Choice
          id="role"
          look="segments"
          legend={t('people.role')}
          legendHidden
          value={role}
          onValue={(value) => setQuery({ role: value === 'officer' ? null : value })}
          options={seen.map((value) => ({ value, label: t(value === 'volunteer' ? 'people.teamless' : `role.${value}`) }))}
        />
      </div>
      <Paged
        pages={pages}
        empty={role === 'volunteer' ? <EmptyState icon="people" title={t('people.teamless_empty')} /> : <EmptyState icon="person" title={t('people.empty')} action={add || undefined} />}
      >
        {() => <PeopleList key={role} pages={pages} free={role === 'volunteer'} row={row} />}
      </Paged>
      {adding && (
        <NewPerson
          roles={below}
          onClose={() => setAdding(false)}
          onAdded={(person) => {
            setAdding(false);
            setSaid(t('people.added', { name: person.name }));
            if (person.role === role) pages.reload();
            else setQuery({ role: person.role === 'officer' ? null : person.role });
          }}
        />
      )}
      {joining && (
        <JoinTeam
          person={joining}
          onClose={() => setJoining(null)}
          onDone={(team, place) => {
            setJoining(null);
            setSaid(t('people.joined', { name: joining.name, team, place }));
            pages.reload();
          }}
        />
      )}
      {issuing && <Code user={issuing} onClose={() => (setIssuing(null), pages.reload())} />}
    </>
  );
};
