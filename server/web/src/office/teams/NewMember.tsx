import { useState } from 'preact/hooks';
import { api, ok } from '../../api/client';
import type { Member, Person } from '../../api/types';
import { FormDialog } from '../FormDialog';
import { t } from './i18n';
import { Contact, useContact } from '../people/Contact';
import { Taken } from '../people/Taken';
import { AboutFields, useAbout, type Facts } from './AboutFields';
import { RoleFields, useRole } from './RoleFields';
import { Offer } from './TakeIn';

/** What nobody has said: who was in the team before is as they were. */
const told = ({ is_female, is_union_member }: Facts): Facts => ({ ...(is_female !== null && { is_female }), ...(is_union_member !== null && { is_union_member }) });

type Props = { team: number; leader: string | undefined; onClose: () => void; onAdded: (member: Member) => void };

export const NewMember = ({ team, leader, onClose, onAdded }: Props) => {
  const who = useContact();
  const what = useRole({ role: 'member' });
  const about = useAbout();
  const [known, setKnown] = useState<Person | null>(null);
  const save = async () => {
    const organisation = what.organisation.trim();
    const body = { ...(known ? { user_id: known.id } : who.contact), role: what.role, ...(organisation && { organisation }), ...told(about.facts) };
    onAdded(await ok(api.POST('/api/v1/teams/{team_id}/members', { params: { path: { team_id: team } }, body })));
  };
  return (
    <FormDialog title={t('members.add_title')} action={t('members.add')} isReady={known !== null || (who.hasName && who.hasPhone)} save={save} onClose={onClose}>
      {(wrong) => (
        <>
          {known ? (
            <Taken person={known} error={wrong('/user_id')} change={() => setKnown(null)} />
          ) : (
            <Contact id="member" of={who} wrong={wrong} offer={(owner) => <Offer team={team} owner={owner} take={() => setKnown(owner)} />} />
          )}
          <RoleFields of={what} leader={leader} wrong={wrong} />
          <AboutFields of={about} />
        </>
      )}
    </FormDialog>
  );
};
