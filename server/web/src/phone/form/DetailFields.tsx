// What may be added to a session: in a chunk of its own, fetched while the numbers are typed.
import { ChoiceMany, NumberField, Picker, TextArea, TextInput } from '../../ui';
import { catalogue, nameOf } from '../../data/catalogue';
import { t } from '../i18n';
import { PhotosField } from '../photos/PhotosField';
import type { Place } from '../store/schema';
import type { Store } from '../store/open';
import { looksPersonal } from './check';
import { HOME_VISIT } from './form';
import type { Editing } from './useForm';

const NONE = 'none';

const Where = ({ editing, places }: { editing: Editing; places: Place[] }) => {
  const { form, errors, set } = editing;
  const near = new Set(places.map(({ id }) => id));
  const venues = (catalogue.value?.venues ?? []).filter(({ place_id }) => near.has(place_id));
  const partners = catalogue.value?.partners ?? [];
  return (
    <>
      {venues.length > 0 && (
        <Picker
          id="venue_id"
          label={t('field.venue_id')}
          value={form.venue_id === null ? NONE : String(form.venue_id)}
          options={[{ value: NONE, label: t('form.venue_none') }, ...venues.map(({ id, name }) => ({ value: String(id), label: name }))]}
          onValue={(value) => set({ venue_id: value === NONE ? null : Number(value) })}
          error={errors['venue_id']}
        />
      )}
      {partners.length > 0 && (
        <ChoiceMany
          id="partner_ids"
          legend={t('field.partner_ids')}
          value={form.partner_ids.map(String)}
          options={partners.map(({ id, name }) => ({ value: String(id), label: name }))}
          onValue={(chosen) => set({ partner_ids: chosen.map(Number) })}
          error={errors['partner_ids']}
        />
      )}
    </>
  );
};

export type DetailProps = { editing: Editing; places: Place[]; id: string; store: Store };

export const DetailFields = ({ editing, places, id, store }: DetailProps) => {
  const { form, errors, set } = editing;
  const number = (name: 'first_time' | 'female' | 'elderly' | 'volunteers' | 'duration_min' | 'households') => (
    <NumberField id={name} label={t(`field.${name}`)} value={form[name]} onValue={(value) => set({ [name]: value })} error={errors[name]} />
  );
  return (
    <div class="stack details">
      <p class="hint">{t('form.blank_hint')}</p>
      <div class="pair">
        {number('female')}
        {number('elderly')}
        {number('first_time')}
        {number('volunteers')}
        {form.type !== HOME_VISIT && number('households')}
      </div>
      <div class="pair">
        <TextInput id="start_time" type="time" label={t('field.start_time')} value={form.start_time} onValue={(start_time) => set({ start_time })} error={errors['start_time']} />
        {number('duration_min')}
      </div>
      <Where editing={editing} places={places} />
      <ChoiceMany
        id="difficulties"
        legend={t('field.difficulties')}
        value={form.difficulties}
        options={(catalogue.value?.difficulties ?? []).map((term) => ({ value: term.code, label: nameOf(term) }))}
        onValue={(difficulties) => set({ difficulties })}
        error={errors['difficulties']}
      />
      <PhotosField id={id} editing={editing} store={store} />
      <TextArea
        id="note"
        label={t('field.note')}
        hint={t(looksPersonal(form.note) ? 'form.note_personal' : 'form.note_hint')}
        maxLength={catalogue.value?.limits.note}
        value={form.note}
        onValue={(note) => set({ note })}
        error={errors['note']}
      />
    </div>
  );
};
