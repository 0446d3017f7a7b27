// When an officer changes: one step, from a day on, to somebody there is or somebody new.
import { useState } from 'preact/hooks';
import type { Person, PersonDetail } from '../../api/types';
import { useLoad } from '../../data/useLoad';
import { day } from '../../i18n/formats';
import { ChoiceMany, Notice } from '../../ui';
import { DayInput } from '../DayInput';
import { FormDialog } from '../FormDialog';
import { t } from './i18n';
import { today } from '../shell/current';
import { handOver, ofRole } from './asks';
import { useSuccessor, WhoFollows } from './Successor';

type Props = { person: PersonDetail; onClose: () => void; onDone: (person: Person, to: string) => void };

const areaNames = ({ areas }: Person): string => areas.map(({ name }) => name).join(', ');

export const HandOver = ({ person, onClose, onDone }: Props) => {
  const colleagues = useLoad(() => ofRole(person.role), [person.role]);
  const others = colleagues.data?.items.filter(({ id, disabled_at }) => id !== person.id && disabled_at === null) ?? null;
  const who = useSuccessor(others?.map((one) => ({ id: one.id, name: one.name, hint: areaNames(one) })) ?? null);
  const { name } = who;
  const [from, setFrom] = useState(today.value);
  const [areas, setAreas] = useState<string[]>(person.areas.map(({ unit_id }) => String(unit_id)));

  const isReady = from !== '' && areas.length > 0 && who.isReady;
  const save = async () => onDone(await handOver(person, who.successor, areas.map(Number), from), name);
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
