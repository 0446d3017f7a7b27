import { Choice, Notice, Picker, Section, TextInput } from '../../ui';
import { useState } from 'preact/hooks';
import { catalogue, nameOf } from '../../data/catalogue';
import { isDoubtful, stamp, today, yesterday } from '../../data/clock';
import { longDay } from '../../i18n/formats';
import { t } from '../i18n';
import type { Place } from '../store/schema';
import { teamOptions, teams } from '../team/team';
import type { Editing } from './useForm';

type Day = 'today' | 'yesterday' | 'other';

/** While the phone's clock is known to be wrong, no button says "today". */
const AskedDay = ({ form, errors, set }: Editing) => (
  <Notice tone="pending" icon="clock" title={t('clock.wrong')}>
    <TextInput id="date" type="date" label={t('clock.when')} value={form.date} hint={form.date ? longDay(form.date) : undefined} onValue={(date) => set({ date, dayTaken: null })} error={errors['date']} />
  </Notice>
);

const When = (editing: Editing) => {
  const { form, errors, set } = editing;
  const [picks, setPicks] = useState(false);
  const [isAsked] = useState(() => form.date === '' || isDoubtful());
  if (isAsked) return <AskedDay {...editing} />;
  const known: Day = form.date === today() ? 'today' : form.date === yesterday() ? 'yesterday' : 'other';
  const day = picks ? 'other' : known;
  const choose = (chosen: Day) => {
    setPicks(chosen === 'other');
    if (chosen !== 'other') set({ date: chosen === 'today' ? today() : yesterday(), dayTaken: stamp() });
  };
  return (
    <>
      <Choice<Day>
        id={day === 'other' ? 'day' : 'date'}
        legend={t('field.date')}
        legendHidden
        look="fill"
        value={day}
        onValue={choose}
        options={[
          { value: 'today', label: t('form.today') },
          { value: 'yesterday', label: t('form.yesterday') },
          { value: 'other', label: t('form.other_day') },
        ]}
        error={day === 'other' ? undefined : errors['date']}
      />
      {day === 'other' && (
        <TextInput id="date" type="date" label={t('field.date')} max={today()} value={form.date} hint={form.date ? longDay(form.date) : undefined} onValue={(date) => set({ date, dayTaken: null })} error={errors['date']} />
      )}
    </>
  );
};

const terms = (list: 'types' | 'audiences') =>
  (catalogue.value?.[list] ?? []).map((term) => ({ value: term.code, label: nameOf(term) }));

export const WhenWhere = ({ editing, places }: { editing: Editing; places: Place[] }) => {
  const { form, errors, set } = editing;
  const chooseTeam = (value: string) => {
    const chosen = teams().find(({ id }) => String(id) === value);
    if (chosen) set({ team_id: chosen.id, place_id: chosen.home.id });
  };
  return (
    <Section title={t('form.when_where')}>
      <div class="stack-tight">
        <When {...editing} />
        <div class="picker-group">
          {teams().length > 1 && (
            <Picker id="team_id" label={t('field.team_id')} value={String(form.team_id)} options={teamOptions()} onValue={chooseTeam} error={errors['team_id']} />
          )}
          <Picker
            id="place_id"
            label={t('field.place_id')}
            value={String(form.place_id)}
            options={places.map(({ id, label }) => ({ value: String(id), label }))}
            onValue={(value) => set({ place_id: Number(value) })}
            error={errors['place_id']}
          />
          <Picker id="type" label={t('field.type')} value={form.type} options={terms('types')} onValue={(type) => set({ type })} error={errors['type']} />
          <Picker id="audience" label={t('field.audience')} value={form.audience} options={terms('audiences')} onValue={(audience) => set({ audience })} error={errors['audience']} />
        </div>
      </div>
    </Section>
  );
};
