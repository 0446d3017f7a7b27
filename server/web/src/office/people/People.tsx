// D14: officers and staff, below the reader's own rank.
import { useState } from 'preact/hooks';
import { me } from '../../account/account';
import { api, ok } from '../../api/client';
import type { Person, Role } from '../../api/types';
import { place, setQuery } from '../../router';
import { Button, Choice, EmptyState, Notice } from '../../ui';
import { t } from '../i18n';
import { Paged } from '../Paged';
import { Code } from '../teams/Code';
import { usePages } from '../../data/usePages';
import { Disable } from './Disable';
import { NewPerson } from './NewPerson';
import { PersonRow } from './PersonRow';
import { OFFICE_ROLES, rolesBelow } from './roles';

export const People = () => {
  const mine = me.value?.user.role ?? 'officer';
  const below = rolesBelow(mine).filter((role) => role !== 'volunteer');
  const role: Role = OFFICE_ROLES.find((one) => one === place.value.query.get('role')) ?? 'officer';
  const pages = usePages<Person>(
    (cursor) => ok(api.GET('/api/v1/users', { params: { query: { role, ...(cursor && { cursor }), limit: 100 } } })),
    [role],
  );
  const [adding, setAdding] = useState(false);
  const [issuing, setIssuing] = useState<Person | null>(null);
  const [disabling, setDisabling] = useState<Person | null>(null);
  const [said, setSaid] = useState('');
  const replace = (person: Person) => pages.set((pages.items ?? []).map((one) => (one.id === person.id ? person : one)));
  const add = below.length > 0 && (
    <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>
      {t('people.add')}
    </Button>
  );
  return (
    <>
      <div class="page-head">
        <div>
          <h1>{t('people.title')}</h1>
          <p class="quiet">{t('people.lead')}</p>
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
          options={OFFICE_ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
        />
      </div>
      <Paged pages={pages} empty={<EmptyState icon="person" title={t('people.empty')} action={add || undefined} />}>
        {(people) => (
          <ul class="card card-tight people">
            {people.map((person) => (
              <PersonRow key={person.id} person={person} isBelow={rolesBelow(mine).includes(person.role)} issue={setIssuing} disable={setDisabling} />
            ))}
          </ul>
        )}
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
      {issuing && <Code user={issuing} onClose={() => setIssuing(null)} />}
      {disabling && (
        <Disable
          person={disabling}
          onClose={() => setDisabling(null)}
          onDone={(person) => {
            replace(person);
            setDisabling(null);
            setSaid(t(person.disabled_at ? 'people.was_disabled' : 'people.was_enabled', { name: person.name }));
          }}
        />
      )}
    </>
  );
};
