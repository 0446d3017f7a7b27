// A time in a team set right: what was written wrong, not what changes from some day on.
import { useState } from 'preact/hooks';
import type { Member } from '../../api/types';
import { DayInput } from '../DayInput';
import { FormDialog } from '../FormDialog';
import { t } from './i18n';
import { changeMember } from './asks';
import { AboutFields, useAbout } from './AboutFields';
import { useCalled } from './called';
import { RoleFields, useRole } from './RoleFields';

type Props = { team: number; member: Member; leader: string | undefined; onClose: () => void; onSaved: (member: Member) => void };

export const EditMember = ({ team, member, leader, onClose, onSaved }: Props) => {
  const called = useCalled();
  const what = useRole(member);
  const about = useAbout(member);
  const [joined, setJoined] = useState(member.joined_on);
  const [left, setLeft] = useState(member.left_on ?? '');
  const save = async () => {
    const organisation = what.organisation.trim() || null;
    const body = { role: what.role, joined_on: joined, left_on: left || null, ...about.facts };
    onSaved(await changeMember(team, member, { ...body, ...(organisation !== member.organisation && { organisation }) }));
  };
  return (
    <FormDialog title={t('members.edit_title', { name: member.name })} action={t('people.save')} isReady={joined !== ''} save={save} onClose={onClose}>
      {(wrong) => (
        <>
          <RoleFields of={what} leader={leader} wrong={wrong} />
          <AboutFields of={about} />
          <div class="pair">
            <DayInput id="member-joined" label={t('members.joined_on')} value={joined} onValue={setJoined} error={wrong('/joined_on', joined === '' && t('members.need_joined'))} />
            <DayInput id="member-left" label={t('members.left_on')} optional value={left} onValue={setLeft} min={joined} error={wrong('/left_on')} />
          </div>
          <p class="hint">{called(t('members.edit_hint'))}</p>
        </>
      )}
    </FormDialog>
  );
};
