import { useState } from 'preact/hooks';
import { api, ok } from '../../api/client';
import type { Person, Role, UnitDetail } from '../../api/types';
import { fullName } from '../../data/units';
import { Button, Choice, ErrorText, IconButton } from '../../ui';
import { FormDialog } from '../FormDialog';
import { t } from './i18n';
import { UnitSearch } from '../shell/AreaControl';
import { today } from '../shell/current';
import { Contact, useContact } from './Contact';

type AreasProps = { areas: readonly UnitDetail[]; setAreas: (areas: UnitDetail[]) => void; error: string | undefined };

export const Areas = ({ areas, setAreas, error }: AreasProps) => {
  const [adding, setAdding] = useState(areas.length === 0);
  const add = (unit: UnitDetail) => {
    if (!areas.some(({ id }) => id === unit.id)) setAreas([...areas, unit]);
    setAdding(false);
  };
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <span class="label">{t('people.area')}</span>
      <ul>
        {areas.map((area) => (
          <li key={area.id} class="row">
            <strong>{fullName(area)}</strong>
            <IconButton icon="close" label={t('people.remove_area', { name: area.name })} onClick={() => setAreas(areas.filter(({ id }) => id !== area.id))} />
          </li>
        ))}
      </ul>
      {adding || areas.length === 0 ? (
        <UnitSearch id="person-area" on={today.value} choose={add} isFit={({ level }) => level !== 'hamlet'} />
      ) : (
        <Button kind="quiet" onClick={() => setAdding(true)}>
          {t('people.more_area')}
        </Button>
      )}
      {error && <ErrorText>{error}</ErrorText>}
    </div>
  );
};

type Props = { roles: readonly Role[]; onClose: () => void; onAdded: (person: Person) => void };

export const NewPerson = ({ roles, onClose, onAdded }: Props) => {
  const who = useContact();
  const [role, setRole] = useState<Role>(roles[0] ?? 'officer');
  const [areas, setAreas] = useState<UnitDetail[]>([]);
  // Only who looks after everything has no area of their own.
  const needsArea = role !== 'system_administrator' && areas.length === 0;
  const save = async () => {
    onAdded(await ok(api.POST('/api/v1/users', { body: { ...who.contact, role, area_ids: areas.map(({ id }) => id) } })));
  };
  return (
    <FormDialog title={t('people.add_title')} action={t('people.add')} isReady={who.hasName && who.hasPhone && !needsArea} save={save} onClose={onClose}>
      {(wrong) => (
        <>
          <Contact id="person" of={who} wrong={wrong} />
          {roles.length > 1 && (
            <Choice
              id="person-role"
              legend={t('people.role')}
              value={role}
              onValue={setRole}
              options={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
              error={wrong('/role')}
            />
          )}
          <Areas areas={areas} setAreas={setAreas} error={wrong('/area_ids', needsArea && t('people.need_area'))} />
        </>
      )}
    </FormDialog>
  );
};
