// What somebody is in a team: the same two questions when they come and when it is set right.
import { useState } from 'preact/hooks';
import type { MemberRole } from '../../api/types';
import { Choice, TextInput } from '../../ui';
import { t } from './i18n';
import { useCalled } from './called';
import { rolesBeside } from './roles';

export const useRole = (was: { role: MemberRole; organisation?: string | null }) => {
  const [role, setRole] = useState(was.role);
  const [organisation, setOrganisation] = useState(was.organisation ?? '');
  return { role, setRole, organisation, setOrganisation };
};

type Props = { of: ReturnType<typeof useRole>; leader: string | undefined; wrong: (pointer: string) => string | undefined };

/** `leader`: who leads the team already; nobody else does beside them. */
export const RoleFields = ({ of, leader, wrong }: Props) => {
  const called = useCalled();
  return (
    <>
      <Choice
        id="member-role"
        look="fill"
        legend={t('members.role')}
        value={of.role}
        onValue={of.setRole}
        options={rolesBeside(leader).map((value) => ({ value, label: called(t(`member.${value}`)) }))}
        {...(leader && { hint: called(t('members.led_by', { name: leader })) })}
        error={wrong('/role')}
      />
      <TextInput
        id="member-organisation"
        label={t('members.organisation')}
        optional
        hint={t('members.organisation_hint')}
        value={of.organisation}
        onValue={of.setOrganisation}
        maxLength={120}
        error={wrong('/organisation')}
      />
    </>
  );
};
