import { api, ok } from '../../api/client';
import type { Member } from '../../api/types';
import { FormDialog } from '../FormDialog';
import { t } from './i18n';
import { Contact, useContact } from '../people/Contact';
import { AboutFields, useAbout } from './AboutFields';
import { RoleFields, useRole } from './RoleFields';

type Props = { team: number; leader: string | undefined; onClose: () => void; onAdded: (member: Member) => void };

export const NewMember = ({ team, leader, onClose, onAdded }: Props) => {
  const who = useContact();
  const what = useRole({ role: 'member' });
  const about = useAbout();
  const save = async () => {
    const organisation = what.organisation.trim();
    const body = { ...who.contact, role: what.role, ...(organisation && { organisation }), ...about.facts };
    onAdded(await ok(api.POST('/api/v1/teams/{team_id}/members', { params: { path: { team_id: team } }, body })));
  };
  return (
    <FormDialog title={t('members.add_title')} action={t('members.add')} isReady={who.hasName && who.hasPhone} save={save} onClose={onClose}>
      {(wrong) => (
        <>
          <Contact id="member" of={who} wrong={wrong} />
          <RoleFields of={what} leader={leader} wrong={wrong} />
          <AboutFields of={about} />
        </>
      )}
    </FormDialog>
  );
};
