// A new invitation: to one person, or to whoever sees it.
import { useState } from 'preact/hooks';
import type { Invitation, MemberRole, Team } from '../../api/types';
import { Button, Choice, Dialog, TextInput } from '../../ui';
import { FormDialog } from '../FormDialog';
import { t } from './i18n';
import { called } from '../teams/called';
import { rolesBeside } from '../teams/roles';
import { invite, type InvitationKind } from '../../data/joining';
import { Shown } from './Shown';

const KINDS: readonly InvitationKind[] = ['personal', 'team'];

export const ShownDialog = ({ invitation, onClose }: { invitation: Invitation; onClose: () => void }) => (
  <Dialog open onClose={onClose} title={invitation.name ? t('invite.for', { name: invitation.name }) : t('invite.title', { team: invitation.team.name })} actions={<Button onClick={onClose}>{t('action.close')}</Button>}>
    <Shown invitation={invitation} />
  </Dialog>
);

type Props = { team: Team; leader: string | undefined; onClose: () => void; onMade: (invitation: Invitation) => void };

export const Invite = ({ team, leader, onClose, onMade }: Props) => {
  const [kind, setKind] = useState<InvitationKind>('personal');
  const [name, setName] = useState('');
  const [role, setRole] = useState<MemberRole>('member');
  const isReady = kind === 'team' || name.trim().length >= 2;
  const save = async () => onMade(await invite({ team_id: team.id, kind, ...(kind === 'personal' && { role, name: name.trim() }) }));
  return (
    <FormDialog title={t('invite.title', { team: team.name })} action={t('invite.make')} isReady={isReady} save={save} onClose={onClose}>
      {(wrong) => (
        <>
          <Choice
            id="invite-kind"
            look="list"
            legend={t('invite.kind')}
            value={kind}
            onValue={setKind}
            options={KINDS.map((value) => ({ value, label: t(`invite.${value}`), hint: t(`invite.${value}_hint`) }))}
          />
          {kind === 'personal' && (
            <>
              <TextInput id="invite-name" label={t('invite.name')} value={name} onValue={setName} maxLength={120} error={wrong('/name', !isReady && t('invite.need_name'))} />
              <Choice id="invite-role" look="fill" legend={t('invite.role')} value={role} onValue={setRole} options={rolesBeside(leader).map((value) => ({ value, label: called(t(`member.${value}`), team.kind) }))} error={wrong('/role')} />
            </>
          )}
        </>
      )}
    </FormDialog>
  );
};
