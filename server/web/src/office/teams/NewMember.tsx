import { useState } from 'preact/hooks';
import { api, ok } from '../../api/client';
import type { Member, MemberRole } from '../../api/types';
import { Choice, TextInput } from '../../ui';
import { FormDialog } from '../FormDialog';
import { t } from '../i18n';
import { Contact, useContact } from '../people/Contact';
import { MEMBER_ROLES } from './roles';

type Props = { team: number; onClose: () => void; onAdded: (member: Member) => void };

export const NewMember = ({ team, onClose, onAdded }: Props) => {
  const who = useContact();
  const [role, setRole] = useState<MemberRole>('member');
  const [organisation, setOrganisation] = useState('');
  const save = async () => {
    const body = { ...who.contact, role, ...(organisation.trim() && { organisation: organisation.trim() }) };
    onAdded(await ok(api.POST('/api/v1/teams/{team_id}/members', { params: { path: { team_id: team } }, body })));
  };
  return (
    <FormDialog title={t('members.add_title')} action={t('members.add')} isReady={who.hasName && who.hasPhone} save={save} onClose={onClose}>
      {(wrong) => (
        <>
          <Contact id="member" of={who} wrong={wrong} />
          <Choice
            id="member-role"
            look="fill"
            legend={t('members.role')}
            value={role}
            onValue={setRole}
            options={MEMBER_ROLES.map((value) => ({ value, label: t(`member.${value}`) }))}
          />
          <TextInput
            id="member-organisation"
            label={t('members.organisation')}
            optional
            hint={t('members.organisation_hint')}
            value={organisation}
            onValue={setOrganisation}
            maxLength={120}
            error={wrong('/organisation')}
          />
        </>
      )}
    </FormDialog>
  );
};
