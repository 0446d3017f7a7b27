// When an officer changes: one step, from a day on, to somebody there is or somebody new.
import { useState } from 'preact/hooks';
import type { Person, PersonDetail } from '../../api/types';
import { useLoad } from '../../data/useLoad';
import { day } from '../../i18n/formats';
import { ChoiceMany, Notice } from '../../ui';
import { DayInput } from '../DayInput';
import { FormDialog, type Wrong } from '../FormDialog';
import { t } from './i18n';
import { today } from '../shell/current';
import { handOver, ofPhone, ofRole, type Successor } from './asks';
import { useSuccessor, WhoFollows } from './Successor';

/** `newcomer`: who follows, if they cannot come in before somebody gives them a code. */
export type Over = { to: string; from: string; newcomer: Person | null };
type Props = { person: PersonDetail; onClose: () => void; onDone: (over: Over) => void };

const areaNames = ({ areas }: Person): string => areas.map(({ name }) => name).join(', ');

/** Somebody new has an account only now. */
const found = async (to: Successor, known: readonly Person[]): Promise<Person | undefined> =>
  'phone' in to ? (await ofPhone(to.phone).catch(() => null))?.items[0] : known.find(({ id }) => id === to.user_id);

const newcomerOf = (person: Person | undefined): Person | null => (person && !person.has_secret && !person.code_expires_at ? person : null);

export const HandOver = ({ person, onClose, onDone }: Props) => {
  const colleagues = useLoad(() => ofRole(person.role), [person.role]);
  const others = colleagues.data?.items.filter(({ id, disabled_at }) => id !== person.id && disabled_at === null) ?? null;
  const who = useSuccessor(others?.map((one) => ({ id: one.id, name: one.name, hint: areaNames(one) })) ?? null);
  const { name } = who;
  const [from, setFrom] = useState(today.value);
  const [areas, setAreas] = useState<string[]>(person.areas.map(({ unit_id }) => String(unit_id)));

  const isRefused = (wrong: Wrong) => person.areas.length === 1 && wrong('/area_ids') !== undefined;
  const isReady = from !== '' && areas.length > 0 && who.isReady;
  const save = async () => {
    await handOver(person, who.successor, areas.map(Number), from);
    const known = [...(others ?? []), ...(who.taken ? [who.taken] : [])];
    onDone({ to: name, from, newcomer: newcomerOf(await found(who.successor, known)) });
  };
  return (
    <FormDialog title={t('over.title', { name: person.name })} action={t('over.action')} isReady={isReady} save={save} onClose={onClose}>
      {(wrong) => (
        <>
          <WhoFollows
            id="over"
            of={who}
            words={{ to: t('over.to'), known: t('over.known'), who: t('over.who'), needWho: t('over.need_who') }}
            wrong={wrong}
          />
          {person.areas.length > 1 && (
            <ChoiceMany
              id="over-areas"
              look="list"
              legend={t('over.areas')}
              value={areas}
              onValue={setAreas}
              options={person.areas.map((area) => ({ value: String(area.unit_id), label: area.name }))}
              error={wrong('/area_ids', areas.length === 0 && t('people.need_area'))}
            />
          )}
          <DayInput id="over-from" label={t('over.from')} value={from} onValue={setFrom} error={wrong('/from', from === '' && t('over.need_day'))} />
          {/* Of several it is said where they are chosen. */}
          {isRefused(wrong) && <Notice tone="returned" icon="warning" title={wrong('/area_ids') ?? ''} live />}
          {isReady && !isRefused(wrong) && (
            <Notice icon="info" title={t('over.summary', { date: day(from), name, from: person.name })}>
              {t('over.waiting')} {areas.length === person.areas.length && t('over.nothing_left', { name: person.name })}
            </Notice>
          )}
        </>
      )}
    </FormDialog>
  );
};
