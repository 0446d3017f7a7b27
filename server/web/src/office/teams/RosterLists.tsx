// The people of a team: now, soon and before, and what is done about them.
import { useState } from 'preact/hooks';
import { may, OFFICE } from '../../account/account';
import { problemText } from '../../api/client';
import type { Member } from '../../api/types';
import { Button, EmptyState, Notice } from '../../ui';
import { t } from './i18n';
import { today } from '../shell/current';
import { takeIn } from './asks';
import { useCalled } from './called';
import { Code } from './Code';
import { EditMember } from './EditMember';
import { Ending, MemberRow, type MemberTask } from './Members';
import { NewLeader } from './NewLeader';
import { roster as sorted, type Standing } from './roster';

type Props = { team: number; works: boolean; naming: boolean; members: readonly Member[]; say: (said: string) => void; reload: () => void };
type Doing = { task: MemberTask; member: Member | null };

/** What is wrong with who leads: one is enough, and somebody locked is nobody to call. */
const Leading = ({ leaders, name }: { leaders: readonly Standing[]; name: () => void }) => {
  const called = useCalled();
  const shut = leaders.filter(({ is_disabled }) => is_disabled);
  const names = (those: readonly Standing[]) => those.map((one) => one.name).join(', ');
  if (leaders.length > 1) return <Notice tone="pending" icon="warning" title={called(t('leader.several', { n: leaders.length, names: names(leaders) }))}>{called(t('leader.several_text'))}</Notice>;
  if (shut.length === 0) return null;
  return <Notice tone="pending" icon="warning" title={called(t('leader.locked', { name: names(shut) }))} action={may('team.manage') && <Button onClick={name}>{called(t('leader.title'))}</Button>} />;
};

/** Who leads besides somebody. */
const beside = (leaders: readonly Standing[], member: Member): string | undefined => leaders.find((one) => one.user_id !== member.user_id)?.name;

export const RosterLists = ({ team, works, naming, members, say, reload }: Props) => {
  const called = useCalled();
  const roster = sorted(members, today.value);
  const [doing, setDoing] = useState<Doing | null>(naming ? { task: 'lead', member: null } : null);
  const [failure, setFailure] = useState('');
  const close = () => setDoing(null);
  const done = (said: string) => {
    close();
    setFailure('');
    say(said);
    reload();
  };
  const start = (task: MemberTask, member: Member | null) => {
    if (task !== 'back' || !member) return setDoing({ task, member });
    takeIn(team, member).then(
      ({ name }) => done(t('members.is_back', { name })),
      (thrown: unknown) => setFailure(problemText(thrown)),
    );
  };
  const tasksOf = (member: Standing): MemberTask[] => {
    if (!works) return roster.past.includes(member) ? ['edit'] : ['edit', 'end'];
    if (roster.past.includes(member)) return ['back', 'edit'];
    const leads = roster.leaders.includes(member);
    return [...(member.is_disabled ? [] : ['code' as const]), 'edit', ...(leads ? ['lead' as const] : []), 'end'];
  };
  const list = (items: readonly Standing[]) => (
    <ul class="card card-tight people">
      {items.map((member) => (
        <MemberRow key={`${member.user_id} ${member.joined_on}`} member={member} tasks={tasksOf(member)} start={start} />
      ))}
    </ul>
  );
  const { present, coming, past, leaders } = roster;
  const member = doing?.member ?? null;
  return (
    <div class="stack">
      {present.length === 0 ? <EmptyState icon="people" title={t('members.empty')} /> : (
        <div class="section-head">
          <h2>{t('members.count', { n: present.length })}</h2>
          {works && may('team.manage') && present.some((one) => !one.has_secret && !one.is_disabled) && (
            <Button icon="print" href={`${OFFICE}to/phieu-ma?team=${team}`}>
              {t('codes.action')}
            </Button>
          )}
        </div>
      )}
      {present.length > 0 && present.length < 3 && <Notice tone="pending" icon="info" title={t('members.few')} />}
      {works && present.length > 0 && leaders.length === 0 && (
        <Notice tone="pending" icon="info" title={called(t('leader.none'))} action={may('team.manage') && <Button onClick={() => start('lead', null)}>{called(t('leader.choose'))}</Button>} />
      )}
      {works && <Leading leaders={leaders} name={() => start('lead', null)} />}
      {present.length > 0 && list(present)}
      {coming.length > 0 && <h2>{t('members.coming')}</h2>}
      {coming.length > 0 && list(coming)}
      {past.length > 0 && <h2>{t('members.past')}</h2>}
      {failure && <Notice tone="returned" icon="warning" title={failure} live />}
      {past.length > 0 && list(past)}
      {doing?.task === 'lead' && <NewLeader team={team} roster={roster} onClose={close} onDone={({ name }) => done(called(t('leader.done', { name })))} />}
      {doing?.task === 'code' && member && <Code user={{ id: member.user_id, name: member.name, role: 'volunteer', has_secret: member.has_secret }} onClose={() => (close(), reload())} />}
      {doing?.task === 'edit' && member && <EditMember team={team} member={member} leader={beside(leaders, member)} onClose={close} onSaved={({ name }) => done(t('people.saved', { name }))} />}
      {doing?.task === 'end' && member && <Ending
          team={team}
          member={member}
          isLast={works && leaders.length === 1 && leaders[0]?.user_id === member.user_id}
          lead={() => start('lead', member)}
          onClose={close} onEnded={() => done(t('members.ended', { name: member.name }))} />}
    </div>
  );
};
