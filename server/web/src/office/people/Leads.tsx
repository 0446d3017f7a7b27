// The teams that somebody leads, each with the way to name who follows.
import { OFFICE } from '../../account/account';
import type { PersonDetail } from '../../api/types';
import { Notice } from '../../ui';
import { called } from '../teams/called';
import { today } from '../shell/current';

/** Those of today: who is locked leads them still, and is nobody to call. */
const led = ({ memberships }: PersonDetail) =>
  memberships.filter(({ role, joined_on, left_on }) => role === 'leader' && joined_on <= today.value && (left_on === null || left_on > today.value));

export const Leads = ({ person, title }: { person: PersonDetail; title: string }) => {
  const teams = led(person);
  if (teams.length === 0) return null;
  return (
    <Notice tone="pending" icon="warning" title={called(title, teams.every(({ team }) => team.kind === 'agency') ? 'agency' : 'hamlet')}>
      {teams.map(({ team: { id, name } }) => (
        <a key={id} class="under-left" href={`${OFFICE}to/${id}?lead`}>
          {name}
        </a>
      ))}
    </Notice>
  );
};
