import type { Person, UnitDetail } from '../../api/types';
import { Button, Chip } from '../../ui';
import { t } from '../i18n';
import { unitDetail } from '../shell/areas';
import { spacedPhone } from '../../data/phone';
import { useLoad } from '../../data/useLoad';

type Props = { person: Person; isBelow: boolean; issue: (person: Person) => void; disable: (person: Person) => void };

const useAreas = (person: Person): string => {
  const ids = person.areas.map(({ unit_id }) => unit_id);
  const load = useLoad(() => Promise.all(ids.map((id) => unitDetail(id).catch((): UnitDetail | null => null))), [ids.join()]);
  if (ids.length === 0) return t('people.no_area');
  return load.data?.map((unit) => unit?.name ?? t('unknown')).join(', ') ?? '…';
};

export const PersonRow = ({ person, isBelow, issue, disable }: Props) => {
  const areas = useAreas(person);
  return (
    <li class="person">
      <div class="person-text">
        <strong>{person.name}</strong> {person.disabled_at && <Chip tone="off">{t('people.disabled')}</Chip>}
        {!person.disabled_at && !person.has_secret && <Chip tone="pending">{t('people.no_secret')}</Chip>}
        <p class="quiet small">{[t(`role.${person.role}`), areas, person.phone && spacedPhone(person.phone)].filter(Boolean).join(' · ')}</p>
      </div>
      {isBelow && (
        <div class="row">
          {!person.disabled_at && (
            <Button label={t('code.issue_for', { name: person.name })} onClick={() => issue(person)}>
              {t('code.issue')}
            </Button>
          )}
          <Button kind="quiet" label={`${t(person.disabled_at ? 'people.enable' : 'people.disable')}: ${person.name}`} onClick={() => disable(person)}>
            {t(person.disabled_at ? 'people.enable' : 'people.disable')}
          </Button>
        </div>
      )}
    </li>
  );
};
