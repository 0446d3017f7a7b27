import { useState } from 'preact/hooks';
import { canonicalPhone, isPhone } from '../../account/account';
import { api, fieldProblem, isProblem, ok, problemText } from '../../api/client';
import type { Member, MemberRole } from '../../api/types';
import { Button, Choice, Dialog, Notice, TextInput } from '../../ui';
import { t } from '../i18n';

const ROLES: readonly MemberRole[] = ['leader', 'deputy', 'member'];

type Props = { team: number; onClose: () => void; onAdded: (member: Member) => void };

export const NewMember = ({ team, onClose, onAdded }: Props) => {
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [role, setRole] = useState<MemberRole>('member');
  const [organisation, setOrganisation] = useState('');
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const number = canonicalPhone(phone);
  const hasName = name.trim().length >= 2;

  const save = async () => {
    setTried(true);
    if (!hasName || !isPhone(number) || busy) return;
    setBusy(true);
    setFailure(null);
    try {
      const body = { name: name.trim(), phone: number, role, ...(organisation.trim() && { organisation: organisation.trim() }) };
      onAdded(await ok(api.POST('/api/v1/teams/{team_id}/members', { params: { path: { team_id: team } }, body })));
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
      title={t('members.add_title')}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void save()}>
            {t('members.add')}
          </Button>
        </>
      }
    >
      <div class="stack">
        {isProblem(failure) && failure.errors.length === 0 && <Notice tone="returned" icon="warning" title={problemText(failure)} live />}
        <TextInput id="member-name" label={t('members.name')} value={name} onValue={setName} maxLength={120} error={tried && !hasName ? t('members.need_name') : fieldProblem(failure, '/name')} />
        <TextInput id="member-phone" type="tel" inputMode="tel" label={t('members.phone')} value={phone} onValue={setPhone} error={tried && !isPhone(number) ? t('members.need_phone') : fieldProblem(failure, '/phone')} />
        <Choice id="member-role" look="fill" legend={t('members.role')} value={role} onValue={setRole} options={ROLES.map((value) => ({ value, label: t(`member.${value}`) }))} />
        <TextInput id="member-organisation" label={t('members.organisation')} optional hint={t('members.organisation_hint')} value={organisation} onValue={setOrganisation} maxLength={120} error={fieldProblem(failure, '/organisation')} />
      </div>
    </Dialog>
  );
};
