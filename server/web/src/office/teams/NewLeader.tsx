// When a leader changes: one step, from a day on.
import { useState } from 'preact/hooks';
import type { Member, Person } from '../../api/types';
import { day } from '../../i18n/formats';
import { Button, Choice, Notice } from '../../ui';
import { DayInput } from '../DayInput';
import { FormDialog } from '../FormDialog';
import { t } from './i18n';
import { useSuccessor, WhoFollows } from '../people/Successor';
import { today } from '../shell/current';
import { nameLeader } from './asks';
import { useCalled } from './called';
import type { Roster } from './roster';

type Props = { team: number; roster: Roster; onClose: () => void; onDone: (leader: Member) => void };

export const NewLeader = ({ team, roster: { present, leaders }, onClose, onDone }: Props) => {
  const called = useCalled();
  const others = present.filter(({ role }) => role !== 'leader');
  const who = useSuccessor(others.map(({ user_id, name, role }) => ({ id: user_id, name, hint: called(t(`member.${role}`)) })));
  const { name } = who;
  /** Officers are in no team; who is locked is let in again on their page first. */
  const offer = (owner: Person, take: () => void) => {
    if (leaders.some(({ user_id }) => user_id === owner.id)) return <Notice tone="off" icon="info" title={called(t('leader.leads', { name: owner.name }))} />;
    return owner.role === 'volunteer' && owner.disabled_at === null && <Button onClick={take}>{t('contact.take', { name: owner.name })}</Button>;
  };
  const [from, setFrom] = useState(today.value);
  const [former, setFormer] = useState<'member' | 'leaves'>('member');

  const isReady = from !== '' && who.isReady;
  const save = async () => onDone(await nameLeader(team, { ...who.successor, from, former }));
  const before = leaders.map((leader) => leader.name).join(', ');
  return (
    <FormDialog title={called(t('leader.title'))} action={called(t('leader.action'))} isReady={isReady} save={save} onClose={onClose}>
      {(wrong) => (
        <>
          <WhoFollows
            id="leader"
            of={who}
            words={{ to: called(t('leader.to')), known: t('leader.of_team'), who: t('leader.who'), needWho: called(t('leader.need_who')) }}
            wrong={wrong}
            offer={offer}
          />
          {before && (
            <Choice
              id="leader-former"
              look="fill"
              legend={t('leader.former', { name: before })}
              value={former}
              onValue={setFormer}
              options={[
                { value: 'member', label: t('leader.stays') },
                { value: 'leaves', label: t('leader.leaves') },
              ]}
            />
          )}
          <DayInput id="leader-from" label={t('over.from')} value={from} onValue={setFrom} error={wrong('/from', from === '' && t('over.need_day'))} />
          {isReady && (
            <Notice icon="info" title={called(t('leader.summary', { date: day(from), name }))}>
              {called(t('leader.summary_text'))}
            </Notice>
          )}
        </>
      )}
    </FormDialog>
  );
};
