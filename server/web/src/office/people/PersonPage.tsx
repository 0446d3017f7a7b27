// One person: what they answer for, where they are signed in, and what was done about them.
import { useState } from 'preact/hooks';
import { me, OFFICE } from '../../account/account';
import type { Person, PersonDetail } from '../../api/types';
import { spacedPhone } from '../../data/phone';
import { useLoad } from '../../data/useLoad';
import { day, instant } from '../../i18n/formats';
import { Button, Chip, Notice } from '../../ui';
import { t } from './i18n';
import { Loaded } from '../Loaded';
import { JoinTeam } from './JoinTeam';
import { Code } from '../teams/Code';
import { person as read, phonesOf } from './asks';
import { Devices } from './Devices';
import { Disable } from './Disable';
import { EditPerson } from './EditPerson';
import { HandOver, type Over } from './HandOver';
import { Areas, Memberships } from './Past';
import { Leads } from './Leads';
import { PersonLog } from './PersonLog';
import { today } from '../shell/current';
import { Unsent } from './Unsent';

const Back = ({ person: { role, memberships } }: { person: PersonDetail }) => {
  const team = role === 'volunteer' ? memberships[0]?.team : undefined;
  const others = `${OFFICE}nguoi-dung?role=${role}`;
  return (
    <p>
      <a href={team ? `${OFFICE}to/${team.id}` : others}>‹ {team ? team.name : t(role === 'volunteer' ? 'people.teamless' : 'nav.people')}</a>
    </p>
  );
};

const Heading = ({ person, children }: { person: PersonDetail; children: preact.ComponentChildren }) => (
  <div class="page-head page-head-one person-head">
    <div>
      <Back person={person} />
      <h1>{person.name}</h1>
      <p class="person-facts">
        <span class="quiet">{t(`role.${person.role}`)}</span>
        {person.phone && <a href={`tel:${person.phone}`}>{spacedPhone(person.phone)}</a>}
        {person.id === me.value?.user.id && <Chip>{t('people.self')}</Chip>}
        {person.disabled_at && <Chip tone="off">{t('people.disabled')}</Chip>}
      </p>
    </div>
    {children}
  </div>
);

const Locked = ({ person: { id, lock, disabled_at, is_manageable }, unlock }: { person: PersonDetail; unlock: () => void }) => {
  const when = instant(disabled_at ?? '');
  return (
    <Notice
      tone="off"
      icon="cancel"
      title={lock?.by ? t('people.locked_by', { when, by: lock.by }) : t('people.locked', { when })}
    >
      {lock?.reason && <span class="notice-more">{t('people.locked_reason', { reason: lock.reason })}</span>}
      {t('people.locked_text')}
      {is_manageable && id !== me.value?.user.id && (
        <span class="under-notice">
          <Button onClick={unlock}>{t('people.enable')}</Button>
        </span>
      )}
    </Notice>
  );
};

/** What of the way in is open or shut. */
const Standing = ({ person, unlock }: { person: PersonDetail; unlock: () => void }) => {
  const { disabled_at, code_expires_at, has_secret, role, areas, is_manageable } = person;
  const inOtherHands = role === 'volunteer' && !is_manageable && <Notice tone="off" icon="info" title={t('people.other_hands')} />;
  if (disabled_at)
    return (
      <>
        <Locked person={person} unlock={unlock} />
        <Leads person={person} title={t('people.still_leads')} />
        {inOtherHands}
      </>
    );
  if (code_expires_at) return <Notice tone="pending" icon="clock" title={t('people.code_waits', { until: instant(code_expires_at) })} />;
  if (inOtherHands) return inOtherHands;
  // Who has no area yet has nothing to sign in for.
  const waitsForArea = (role === 'officer' || role === 'province_staff') && areas.length === 0;
  if (!has_secret && !waitsForArea) return <Notice tone="pending" icon="info" title={t('people.never_in')} />;
  return null;
};

/** What a day to come brings has not been done yet. */
const overWords = ({ name }: PersonDetail, { to, from }: Over): string => (from > today.value ? t('over.will', { name, to, date: day(from) }) : t('over.done', { name, to }));

const NeedsCode = ({ person: { id, name } }: { person: Person }) => (
  <>
    {t('over.needs_code', { to: name })} <a href={`${OFFICE}nguoi-dung/${id}`}>{t('contact.owner', { name })}</a>
  </>
);

type Task = 'edit' | 'code' | 'over' | 'disable' | 'join';

const Actions = ({ person, start }: { person: PersonDetail; start: (task: Task) => void }) => {
  const { id, disabled_at, areas, role } = person;
  return (
    <div class="row">
      <Button icon="pencil" onClick={() => start('edit')}>
        {t('people.edit')}
      </Button>
      {!disabled_at && <Button onClick={() => start('code')}>{t('code.issue')}</Button>}
      {role !== 'volunteer' && areas.length > 0 && <Button onClick={() => start('over')}>{t('over.open')}</Button>}
      {!disabled_at && id !== me.value?.user.id && (
        <Button kind="quiet" onClick={() => start('disable')}>
          {t('people.disable')}
        </Button>
      )}
    </div>
  );
};

export const PersonPage = ({ id }: { id: number }) => {
  const load = useLoad(() => read(id), [id]);
  const phones = useLoad(() => phonesOf(id), [id]);
  const [task, setTask] = useState<Task | null>(null);
  const [said, setSaid] = useState('');
  const [newcomer, setNewcomer] = useState<Person | null>(null);
  const done = (words: string, next: Person | null = null) => {
    setTask(null);
    setSaid(words);
    setNewcomer(next);
    load.reload();
  };
  const close = () => setTask(null);
  return (
    <Loaded load={load}>
      {(person) => (
        <>
          <Heading person={person}>{person.is_manageable && <Actions person={person} start={setTask} />}</Heading>
          <div class="stack person-page">
            <div role="status">{said && <Notice tone="approved" title={said}>{newcomer && <NeedsCode person={newcomer} />}</Notice>}</div>
            <Standing person={person} unlock={() => setTask('disable')} />
            <Unsent phones={phones.data?.items ?? []} />
            {person.role !== 'volunteer' && <Areas person={person} />}
            {(person.role === 'volunteer' || person.memberships.length > 0) && <Memberships person={person} join={() => setTask('join')} />}
            <Devices person={person} />
            <PersonLog person={person} />
          </div>
          {task === 'edit' && <EditPerson person={person} onClose={close} onSaved={({ name }) => done(t('people.saved', { name }))} />}
          {task === 'code' && <Code user={person} onClose={() => (close(), load.reload())} />}
          {task === 'over' && <HandOver person={person} onClose={close} onDone={(over) => done(overWords(person, over), over.newcomer)} />}
          {task === 'join' && <JoinTeam person={person} onClose={close} onDone={(team, place) => done(t('people.joined', { name: person.name, team, place }))} />}
          {task === 'disable' && (
            <Disable person={person} onClose={close} onDone={({ name, disabled_at }) => done(t(disabled_at ? 'people.was_disabled' : 'people.was_enabled', { name }))} />
          )}
        </>
      )}
    </Loaded>
  );
};
