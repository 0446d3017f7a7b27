import { OFFICE, me } from '../../account/account';
import type { ListedPerson, Person } from '../../api/types';
import { spacedPhone } from '../../data/phone';
import { fullName } from '../../data/units';
import { instant } from '../../i18n/formats';
import { inside } from '../../i18n/text';
import { Button, Chip } from '../../ui';
import { t } from './i18n';
import { Unbroken } from '../Unbroken';

type Props = { person: ListedPerson; isBelow: boolean; issue: (person: Person) => void; join: (person: Person) => void };

const Standing = ({ person: { disabled_at, has_secret, code_expires_at } }: { person: Person }) => {
  if (disabled_at) return <Chip tone="off">{t('people.disabled')}</Chip>;
  if (code_expires_at) return <Chip tone="pending">{t('people.code_until', { until: instant(code_expires_at) })}</Chip>;
  return has_secret ? null : <Chip tone="pending">{t('people.no_secret')}</Chip>;
};

/** Volunteers stand here who are in no team. */
const facts = ({ role, areas, phone, last_home }: ListedPerson): string => {
  const where = role === 'system_administrator' ? t('everywhere') : areas.map((area) => area.name).join(', ') || t('people.no_area');
  return [...(role === 'volunteer' ? [] : [t(`role.${role}`), where]), phone && spacedPhone(phone), last_home && t('people.last_home', { place: inside(fullName(last_home)) })].filter(Boolean).join(' · ');
};

export const PersonRow = ({ person, isBelow, issue, join }: Props) => {
  const { id, name, role, disabled_at } = person;
  const isFree = role === 'volunteer';
  return (
    <li class="person">
      <div class="person-text">
        <a class="person-name" href={`${OFFICE}nguoi-dung/${id}`}>
          {name}
        </a>{' '}
        {id === me.value?.user.id && <Chip>{t('people.self')}</Chip>} <Standing person={person} />
        <p class="quiet small">
          <Unbroken of={facts(person)} />
        </p>
      </div>
      {isBelow && !disabled_at && (
        <Button label={t(isFree ? 'people.join_for' : 'code.issue_for', { name })} onClick={() => (isFree ? join : issue)(person)}>
          {t(isFree ? 'people.join' : 'code.issue')}
        </Button>
      )}
    </li>
  );
};
