// When an officer changes: one step, from a day on, to somebody there is or somebody new.
import { useState } from 'preact/hooks';
import type { Person, PersonDetail } from '../../api/types';
import { useLoad } from '../../data/useLoad';
import { day } from '../../i18n/formats';
import { Choice, ChoiceMany, Notice, Picker } from '../../ui';
import { DayInput } from '../DayInput';
import { FormDialog } from '../FormDialog';
import { t } from './i18n';
import { today } from '../shell/current';
import { handOver, ofRole, type Successor } from './asks';
import { Contact, useContact } from './Contact';

type Props = { person: PersonDetail; onClose: () => void; onDone: (person: Person, to: string) => void };

const areaNames = ({ areas }: Person): string => areas.map(({ name }) => name).join(', ');

export const HandOver = ({ person, onClose, onDone }: Props) => {
  const colleagues = useLoad(() => ofRole(person.role), [person.role]);
  const others = (colleagues.data?.items ?? []).filter(({ id, disabled_at }) => id !== person.id && disabled_at === null);
  const [kind, setKind] = useState<'known' | 'new'>('known');
  const [to, setTo] = useState<string | null>(null);
  const who = useContact();
  const [from, setFrom] = useState(today.value);
  const [areas, setAreas] = useState<string[]>(person.areas.map(({ unit_id }) => String(unit_id)));

  const isNew = kind === 'new' || (colleagues.data !== null && others.length === 0);
  const chosen = others.find(({ id }) => String(id) === to);
  const name = isNew ? who.contact.name : (chosen?.name ?? '');
  const isReady = from !== '' && areas.length > 0 && (isNew ? who.hasName && who.hasPhone : chosen !== undefined);
  const save = async () => {
    const successor: Successor = isNew ? who.contact : { user_id: Number(to) };
    onDone(await handOver(person, successor, areas.map(Number), from), name);
  };
  return (
    <FormDialog title={t('over.title', { name: person.name })} action={t('over.action')} isReady={isReady} save={save} onClose={onClose}>
      {(wrong) => (
        <>
          {others.length > 0 && (
            <Choice
              id="over-kind"
              look="fill"
              legend={t('over.to')}
              value={kind}
              onValue={setKind}
              options={[
                { value: 'known', label: t('over.known') },
                { value: 'new', label: t('over.new') },
              ]}
            />
          )}
          {isNew ? (
            <Contact id="over" of={who} wrong={wrong} />
          ) : (
            <Picker
              id="over-user"
              label={t('over.who')}
              value={to}
              onValue={setTo}
              options={others.map((one) => ({ value: String(one.id), label: one.name, hint: areaNames(one) }))}
              error={wrong('/user_id', !chosen && t('over.need_who'))}
            />
          )}
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
          {isReady && (
            <Notice icon="info" title={t('over.summary', { date: day(from), name, from: person.name })}>
              {t('over.waiting')} {areas.length === person.areas.length && t('over.nothing_left', { name: person.name })}
            </Notice>
          )}
        </>
      )}
    </FormDialog>
  );
};
