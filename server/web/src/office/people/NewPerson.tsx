import { useState } from 'preact/hooks';
import { canonicalPhone, isPhone } from '../../account/account';
import { api, fieldProblem, isProblem, ok, problemText } from '../../api/client';
import type { Person, Role, UnitDetail } from '../../api/types';
import { Button, Choice, Dialog, ErrorText, IconButton, Notice, TextInput } from '../../ui';
import { t } from '../i18n';
import { fullName } from '../shell/areas';
import { UnitSearch } from '../shell/AreaControl';
import { today } from '../shell/current';

type AreasProps = { areas: readonly UnitDetail[]; setAreas: (areas: UnitDetail[]) => void; error: string | undefined };

const Areas = ({ areas, setAreas, error }: AreasProps) => {
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
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [role, setRole] = useState<Role>(roles[0] ?? 'officer');
  const [areas, setAreas] = useState<UnitDetail[]>([]);
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const number = canonicalPhone(phone);
  const hasName = name.trim().length >= 2;
  // Only who looks after everything has no area of their own.
  const needsArea = role !== 'system_administrator' && areas.length === 0;

  const save = async () => {
    setTried(true);
    if (!hasName || !isPhone(number) || needsArea || busy) return;
    setBusy(true);
    setFailure(null);
    try {
      onAdded(await ok(api.POST('/api/v1/users', { body: { name: name.trim(), phone: number, role, area_ids: areas.map(({ id }) => id) } })));
    } catch (thrown) {
      setFailure(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('people.add_title')}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void save()}>
            {t('people.add')}
          </Button>
        </>
      }
    >
      <div class="stack">
        {isProblem(failure) && failure.errors.length === 0 && <Notice tone="returned" icon="warning" title={problemText(failure)} live />}
        <TextInput id="person-name" label={t('members.name')} value={name} onValue={setName} maxLength={120} error={tried && !hasName ? t('members.need_name') : fieldProblem(failure, '/name')} />
        <TextInput id="person-phone" type="tel" inputMode="tel" label={t('members.phone')} value={phone} onValue={setPhone} error={tried && !isPhone(number) ? t('members.need_phone') : fieldProblem(failure, '/phone')} />
        {roles.length > 1 && (
          <Choice id="person-role" legend={t('people.role')} value={role} onValue={setRole} options={roles.map((value) => ({ value, label: t(`role.${value}`) }))} error={fieldProblem(failure, '/role')} />
        )}
        <Areas areas={areas} setAreas={setAreas} error={tried && needsArea ? t('people.need_area') : fieldProblem(failure, '/area_ids')} />
      </div>
    </Dialog>
  );
};
