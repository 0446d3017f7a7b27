// A member of a team, and what can be done for or about one.
import { useState } from 'preact/hooks';
import { may, OFFICE } from '../../account/account';
import { api, problemText } from '../../api/client';
import type { Member } from '../../api/types';
import { spacedPhone } from '../../data/phone';
import { day } from '../../i18n/formats';
import { Button, Chip, Dialog, Notice } from '../../ui';
import { t } from './i18n';
import { Unbroken } from '../Unbroken';
import { person } from '../people/asks';
import { isOnlyTeam } from '../people/memberships';
import { useLoad } from '../../data/useLoad';
import { useCalled } from './called';
import { today } from '../shell/current';
import type { Standing as Shown, Time } from './roster';

export type MemberTask = 'code' | 'edit' | 'end' | 'lead' | 'back';
type RowProps = { member: Shown; tasks: readonly MemberTask[]; start: (task: MemberTask, member: Member) => void };

const days = ({ since, left_on }: Shown): string => (left_on ? t('members.left', { from: day(since), to: day(left_on) }) : t('members.joined', { date: day(since) }));

/** What somebody was before, in the same team. */
export const Earlier = ({ times }: { times: readonly Time[] }) => {
  const called = useCalled();
  if (times.length === 0) return null;
  const roles = times.map(({ role, joined_on, left_on }) => `${called(t(`member.${role}`))}, ${day(joined_on)}–${left_on ? day(left_on) : ''}`).join('; ');
  return <p class="quiet small">{t('members.earlier', { roles })}</p>;
};

const Standing = ({ member: { joined_on, left_on, has_secret, is_disabled } }: { member: Member }) => {
  if (joined_on > today.value) return <Chip tone="pending">{t('since.soon')}</Chip>;
  if (left_on !== null) return left_on > today.value ? <Chip tone="pending">{t('since.ending')}</Chip> : null;
  if (is_disabled) return <Chip tone="off">{t('people.disabled')}</Chip>;
  return has_secret ? null : <Chip tone="pending">{t('members.no_secret')}</Chip>;
};

const LABEL = { code: 'code.issue', edit: 'people.edit', end: 'members.end', lead: 'leader.title', back: 'members.back' } as const;

export const MemberRow = ({ member, tasks, start }: RowProps) => {
  const called = useCalled();
  return (
    <li class="person">
      <div class="person-text">
        {member.is_in_reach ? (
          <a class="person-name" href={`${OFFICE}nguoi-dung/${member.user_id}`}>
            {member.name}
          </a>
        ) : (
          <span class="person-name">{member.name}</span>
        )}{' '}
        <Standing member={member} />
        <p class="quiet small">
          <Unbroken of={[called(t(`member.${member.role}`)), member.organisation, member.phone && spacedPhone(member.phone), days(member)].filter(Boolean).join(' · ')} />
        </p>
        <Earlier times={member.earlier} />
      </div>
      {may('team.manage') && (
        <div class="row person-tasks">
          {tasks.map((task) => (
            <Button
              key={task}
              kind={task === 'code' || task === 'back' ? 'secondary' : 'quiet'}
              label={task === 'code' ? t('code.issue_for', { name: member.name }) : `${called(t(LABEL[task]))}: ${member.name}`}
              onClick={() => start(task, member)}
            >
              {called(t(LABEL[task]))}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
};

type EndingProps = { team: number; member: Member; isLast: boolean; lead: () => void; onClose: () => void; onEnded: () => void };

/** `isLast`: the team has no other leader. */
export const Ending = ({ team, member, isLast, lead, onClose, onEnded }: EndingProps) => {
  const [failure, setFailure] = useState('');
  const end = () =>
    api.DELETE('/api/v1/teams/{team_id}/members/{user_id}', { params: { path: { team_id: team, user_id: member.user_id } } }).then(onEnded, (thrown: unknown) => setFailure(problemText(thrown)));
  const { name } = member;
  const called = useCalled();
  const who = useLoad(() => person(member.user_id), [member.user_id]);
  const isOnly = isOnlyTeam(team, who.data?.memberships ?? [], today.value);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('members.end_title', { name })}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="danger" onClick={() => void end()}>
            {t('members.end')}
          </Button>
        </>
      }
    >
      {failure && <Notice tone="returned" icon="warning" title={failure} live />}
      <div class="stack">
        {isLast && (
          <Notice tone="pending" icon="warning" title={called(t('members.end_leader', { name }))} action={<Button onClick={lead}>{called(t('leader.title'))}</Button>}>
            {called(t('members.end_leader_text'))}
          </Notice>
        )}
        <p>{t('members.end_text', { name })}</p>
        {isOnly && (
          <Notice tone="pending" icon="warning" title={t('members.end_only', { name })}>
            {t('teams.delete_only_text')}
          </Notice>
        )}
      </div>
    </Dialog>
  );
};
