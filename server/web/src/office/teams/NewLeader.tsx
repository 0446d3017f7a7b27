// When a leader changes: one step, from a day on.
import { useState } from 'preact/hooks';
import type { Member } from '../../api/types';
import { day } from '../../i18n/formats';
import { Choice, Notice, Picker } from '../../ui';
import { DayInput } from '../DayInput';
import { FormDialog } from '../FormDialog';
import { t } from './i18n';
import { Contact, useContact } from '../people/Contact';
import { today } from '../shell/current';
import { nameLeader } from './asks';
import type { Roster } from './roster';

type Props = { team: number; roster: Roster; onClose: () => void; onDone: (leader: Member) => void };

export const NewLeader = ({ team, roster: { present, leaders }, onClose, onDone }: Props) => {
  const others = present.filter(({ role }) => role !== 'leader');
  const [kind, setKind] = useState<'member' | 'new'>(others.length > 0 ? 'member' : 'new');
  const [chosen, setChosen] = useState<string | null>(null);
  const who = useContact();
  const [from, setFrom] = useState(today.value);
  const [former, setFormer] = useState<'member' | 'leaves'>('member');

  const member = others.find(({ user_id }) => String(user_id) === chosen);
  const name = kind === 'new' ? who.contact.name : (member?.name ?? '');
  const isReady = from !== '' && (kind === 'new' ? who.hasName && who.hasPhone : member !== undefined);
  const save = async () => {
    const to = kind === 'new' ? who.contact : { user_id: Number(chosen) };
    onDone(await nameLeader(team, { ...to, from, former }));
  };
  const before = leaders.map((leader) => leader.name).join(', ');
  return (
    <FormDialog title={t('leader.title')} action={t('leader.action')} isReady={isReady} save={save} onClose={onClose}>
      {(wrong) => (
        <>
          {others.length > 0 && (
            <Choice
              id="leader-kind"
              look="fill"
              legend={t('leader.to')}
              value={kind}
              onValue={setKind}
              options={[
                { value: 'member', label: t('leader.of_team') },
                { value: 'new', label: t('over.new') },
              ]}
            />
          )}
          {kind === 'new' ? (
            <Contact id="leader" of={who} wrong={wrong} />
          ) : (
            <Picker
              id="leader-user"
              label={t('leader.who')}
              value={chosen}
              onValue={setChosen}
              options={others.map((one) => ({ value: String(one.user_id), label: one.name, hint: t(`member.${one.role}`) }))}
              error={wrong('/user_id', !member && t('leader.need_who'))}
            />
          )}
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
            <Notice icon="info" title={t('leader.summary', { date: day(from), name })}>
              {t('leader.summary_text')}
            </Notice>
          )}
        </>
      )}
    </FormDialog>
  );
};
