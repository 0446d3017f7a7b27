// A member of a team, and what can be done for or about one.
import { useState } from 'preact/hooks';
import { may } from '../../account/account';
import { api, problemText } from '../../api/client';
import type { Member } from '../../api/types';
import { day } from '../../i18n/formats';
import { Button, Chip, Dialog, Notice } from '../../ui';
import { t } from '../i18n';
import { spacedPhone } from '../../data/phone';

type RowProps = { member: Member; issue: (member: Member) => void; end: (member: Member) => void };

export const MemberRow = ({ member, issue, end }: RowProps) => (
  <li class="person">
    <div class="person-text">
      <strong>{member.name}</strong>{' '}
      {!member.has_secret && !member.left_on && <Chip tone="pending">{t('members.no_secret')}</Chip>}
      <p class="quiet small">
        {[
          t(`member.${member.role}`),
          member.organisation,
          member.phone && spacedPhone(member.phone),
          member.left_on
            ? t('members.left', { from: day(member.joined_on), to: day(member.left_on) })
            : t('members.joined', { date: day(member.joined_on) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
    {!member.left_on && may('team.manage') && (
      <div class="row">
        <Button label={t('code.issue_for', { name: member.name })} onClick={() => issue(member)}>
          {t('code.issue')}
        </Button>
        <Button kind="quiet" onClick={() => end(member)} label={`${t('members.end')}: ${member.name}`}>
          {t('members.end')}
        </Button>
      </div>
    )}
  </li>
);

export const Ending = ({ team, member, onClose, onEnded }: { team: number; member: Member; onClose: () => void; onEnded: () => void }) => {
  const [failure, setFailure] = useState('');
  const end = () =>
    api.DELETE('/api/v1/teams/{team_id}/members/{user_id}', { params: { path: { team_id: team, user_id: member.user_id } } }).then(onEnded, (thrown: unknown) => setFailure(problemText(thrown)));
  const { name } = member;
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
      <p>{t('members.end_text', { name })}</p>
    </Dialog>
  );
};
