// One sheet: when, where, who, and the numbers. Made for a keyboard and a stack of paper.
import { useEffect, useState } from 'preact/hooks';
import { problemText } from '../../api/client';
import type { Member, Session, Team } from '../../api/types';
import { catalogue, nameOf } from '../../data/catalogue';
import { day, number } from '../../i18n/formats';
import type { Doubt } from '../../phone/form/doubts';
import { t as say } from '../../phone/i18n';
import { Button, Notice, Picker } from '../../ui';
import { DayInput } from '../DayInput';
import { t } from './i18n';
import { Unbroken } from '../Unbroken';
import { today } from '../shell/current';
import { OfKind, useCalled } from '../teams/called';
import { isBefore, membersOn, type Entry } from './entry';
import { More, Services, Turns } from './Fields';
import type { Place } from './reads';
import { useEntry, type Editing } from './useEntry';
import { Withdraw } from './Withdraw';

type Props = {
  entry: Entry;
  team: Team;
  members: readonly Member[];
  places: readonly Place[];
  /** The one before was just saved, and that is still said. */
  isAfterSaved: boolean;
  change: (entry: Entry) => void;
  onSaved: (session: Session) => void;
  /** To the next sheet, or out of a change. */
  onLeave: () => void;
  onWithdrawn: (id: string) => void;
  /** Something is wrong with this one, and not yet saved. */
  onStuck: () => void;
};

const terms = (list: 'types' | 'audiences') => (catalogue.value?.[list] ?? []).map((term) => ({ value: term.code, label: nameOf(term) }));
const NOBODY = 'nobody';

const Who = ({ editing: { form, errors, set }, team, members }: { editing: Editing; team: Team; members: readonly Member[] }) => {
  const called = useCalled();
  // On a day before the team nobody was in it: that is said of the day.
  const present = membersOn(members, isBefore(team, form.date) ? '' : form.date);
  const chosen = form.kept.conducted_by;
  const lost = chosen && !present.some(({ user_id }) => user_id === chosen) ? members.find(({ user_id }) => user_id === chosen) : undefined;
  const options = [
    ...present.map(({ user_id, name, role }) => ({ value: String(user_id), label: name, hint: called(t(`member.${role}`)) })),
    { value: NOBODY, label: t('paper.nobody') },
  ];
  const choose = (value: string) => set({ kept: { ...form.kept, conducted_by: value === NOBODY ? undefined : Number(value) } });
  return (
    <Picker
      id="conducted_by"
      label={t('paper.conducted_by')}
      value={chosen && !lost ? String(chosen) : NOBODY}
      options={options}
      onValue={choose}
      error={lost ? t('paper.not_member', { name: lost.name }) : errors['conducted_by']}
    />
  );
};

/** What a stack of sheets has in common, and what therefore stays for the next one. */
const Kept = ({ editing, team, places, members }: { editing: Editing; team: Team; places: readonly Place[]; members: readonly Member[] }) => {
  const { form, errors, set } = editing;
  return (
    <div class="paper-kept">
      <Who editing={editing} team={team} members={members} />
      <Picker id="place_id" label={say('field.place_id')} value={String(form.place_id)} options={places.map(({ id, label }) => ({ value: String(id), label }))} onValue={(value) => set({ place_id: Number(value) })} error={errors['place_id']} />
      <Picker id="type" label={say('field.type')} value={form.type} options={terms('types')} onValue={(type) => set({ type })} error={errors['type']} />
      <Picker id="audience" label={say('field.audience')} value={form.audience} options={terms('audiences')} onValue={(audience) => set({ audience })} error={errors['audience']} />
    </div>
  );
};

const When = ({ editing: { form, errors, set }, team }: { editing: Editing; team: Team }) => (
  <DayInput
    id="date"
    label={say('field.date')}
    min={team.founded_on}
    max={today.value}
    value={form.date}
    onValue={(date) => set({ date })}
    error={isBefore(team, form.date) ? t('paper.before_founding', { date: day(team.founded_on) }) : errors['date']}
  />
);

const doubtWords = (doubt: Doubt): string => {
  if (doubt.is === 'again') return t('paper.doubt_again', { n: doubt.turns });
  return doubt.is === 'many' ? t('paper.doubt_many', { n: doubt.turns, usual: number(doubt.usual) }) : t('paper.doubt_personal');
};

const Asked = ({ editing: { asked, save, busy } }: { editing: Editing }) => (
  <Notice tone="pending" icon="warning" title={t('paper.doubt')} live>
    {asked.map((doubt) => (
      <span key={doubt.is} class="under-left">
        {doubtWords(doubt)}
      </span>
    ))}
    <span class="row paper-yes">
      <Button id="sure" busy={busy} onClick={() => void save(true)}>
        {t('paper.yes')}
      </Button>
    </span>
  </Notice>
);

const NotSaved = ({ editing: { failure }, onLeave }: { editing: Editing; onLeave: () => void }) => {
  if (!failure || failure.errors.length > 0) return null;
  const isThere = failure.code === 'session_conflict';
  return (
    <Notice tone="returned" icon="warning" title={isThere ? t('paper.arrived') : t('paper.not_saved')} live action={isThere ? <Button onClick={onLeave}>{t('paper.next_sheet')}</Button> : undefined}>
      {isThere ? t('paper.arrived_text') : failure.retryable ? t('paper.try_again') : problemText(failure)}
    </Notice>
  );
};

/** Enter leads on, as on a form of paper; after the last field it saves. */
const onwards = (event: KeyboardEvent, save: () => void): void => {
  if (event.key !== 'Enter' || event.isComposing) return;
  const from = event.target as HTMLElement;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    save();
    return;
  }
  if (!(from instanceof HTMLInputElement)) return;
  event.preventDefault();
  const form = event.currentTarget as HTMLElement;
  const fields = [...form.querySelectorAll<HTMLElement>('input:not([tabindex="-1"]), textarea')];
  const next = fields[fields.indexOf(from) + 1];
  if (next) next.focus();
  else save();
};

export const EntryForm = ({ entry, team, members, places, isAfterSaved, change, onSaved, onLeave, onWithdrawn, onStuck }: Props) => {
  const [withdrawing, setWithdrawing] = useState(false);
  const editing = useEntry(entry, change, onSaved, isAfterSaved);
  const { errors, attempt, asked, failure, busy, save } = editing;
  useEffect(() => document.getElementById('date')?.focus(), [entry.id]);
  const first = Object.keys(errors)[0];
  useEffect(() => {
    if (attempt > 0 && first) document.getElementById(first)?.focus();
  }, [attempt]);
  useEffect(() => {
    if (attempt > 0 && (first || failure || asked.length > 0)) onStuck();
  }, [attempt, failure, asked]);
  useEffect(() => {
    if (asked.length > 0) document.getElementById('sure')?.focus();
  }, [asked]);
  return (
    <>
      <form
        class="card paper-form"
        noValidate
        onKeyDown={(event) => onwards(event, () => void save())}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {entry.code && (
          <h2>
            <Unbroken of={t('paper.changing', { code: entry.code })} />
          </h2>
        )}
        <OfKind.Provider value={team.kind}>
          <Kept editing={editing} team={team} members={members} places={places} />
        </OfKind.Provider>
        <Turns editing={editing}>
          <When editing={editing} team={team} />
        </Turns>
        <Services editing={editing} />
        <More editing={editing} />
        {asked.length > 0 && <Asked editing={editing} />}
        <NotSaved editing={editing} onLeave={onLeave} />
        <div class="row paper-foot">
          <Button kind="primary" type="submit" busy={busy}>
            {t(entry.etag ? 'paper.save_change' : 'paper.save')}
          </Button>
          {entry.etag && (
            <>
              <Button onClick={onLeave}>{t('paper.stop_change')}</Button>
              <Button kind="quiet" icon="trash" onClick={() => setWithdrawing(true)}>
                {t('paper.withdraw')}
              </Button>
            </>
          )}
          <span class="quiet small of-keys">{t('paper.keys')}</span>
        </div>
      </form>
      {/* Beside the form and not in it: what is typed here is no part of the sheet. */}
      {withdrawing && <Withdraw entry={entry} onClose={() => setWithdrawing(false)} onDone={() => onWithdrawn(entry.id)} />}
    </>
  );
};
