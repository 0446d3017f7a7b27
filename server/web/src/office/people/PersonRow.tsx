import { OFFICE, me } from '../../account/account';
import type { Person } from '../../api/types';
import { spacedPhone } from '../../data/phone';
import { instant } from '../../i18n/formats';
import { Button, Chip } from '../../ui';
import { t } from './i18n';
import { Unbroken } from '../Unbroken';

type Props = { person: Person; isBelow: boolean; issue: (person: Person) => void };

const Standing = ({ person: { disabled_at, has_secret, code_expires_at } }: { person: Person }) => {
  if (disabled_at) return <Chip tone="off">{t('people.disabled')}</Chip>;
  if (code_expires_at) return <Chip tone="pending">{t('people.code_until', { until: instant(code_expires_at) })}</Chip>;
  return has_secret ? null : <Chip tone="pending">{t('people.no_secret')}</Chip>;
};

export const PersonRow = ({ person, isBelow, issue }: Props) => {
  const { id, name, role, areas, phone, disabled_at } = person;
  const where = role === 'system_administrator' ? t('everywhere') : areas.map((area) => area.name).join(', ') || t('people.no_area');
  return (
    <li class="person">
      <div class="person-text">
        <a class="person-name" href={`${OFFICE}nguoi-dung/${id}`}>
          {name}
        </a>{' '}
        {id === me.value?.user.id && <Chip>{t('people.self')}</Chip>} <Standing person={person} />
        <p class="quiet small">
          <Unbroken of={[t(`role.${role}`), where, phone && spacedPhone(phone)].filter(Boolean).join(' · ')} />
        </p>
      </div>
      {isBelow && !disabled_at && (
        <Button label={t('code.issue_for', { name })} onClick={() => issue(person)}>
          {t('code.issue')}
        </Button>
      )}
    </li>
  );
};
