// The numbers of a sheet, in the order in which they stand on paper.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { catalogue, nameOf, serviceName } from '../../data/catalogue';
import { BLANK, HOME_VISIT, MIXED } from '../../phone/form/form';
import { hasResult } from '../../phone/form/services';
import { t as say } from '../../phone/i18n';
import { Button, ErrorText, NumberField, Picker, TextArea } from '../../ui';
import { t } from './i18n';
import type { Editing } from './useEntry';

type Props = { editing: Editing };

export const Turns = ({ editing: { form, errors, set }, children }: Props & { children: ComponentChildren }) => (
  <div class="paper-counts">
    {children}
    <NumberField id="participants" label={say('field.participants')} value={form.participants} onValue={(participants) => set({ participants })} error={errors['participants']} />
    {form.type === HOME_VISIT && (
      <NumberField id="households" label={say('field.households')} value={form.households} onValue={(households) => set({ households })} error={errors['households']} />
    )}
    {form.audience === MIXED && (
      <NumberField id="staff_participants" label={say('field.staff_participants')} optional value={form.staff_participants} onValue={(staff_participants) => set({ staff_participants })} error={errors['staff_participants']} />
    )}
  </div>
);

const Row = ({ editing: { form, errors, teach }, code }: Props & { code: string }) => {
  const taught = form.services[code] ?? BLANK;
  const name = serviceName(code);
  const id = `services.${code}.assisted`;
  const done = `services.${code}.completed`;
  return (
    <div class="paper-taught">
      <span>{name}</span>
      <NumberField id={id} label={say('form.assisted_of', { service: name })} labelHidden value={taught.assisted} onValue={(assisted) => teach(code, { assisted })} error={errors[id]} />
      {hasResult(code) && (
        <NumberField id={done} label={say('form.completed_of', { service: name })} labelHidden value={taught.completed} onValue={(completed) => teach(code, { completed })} error={errors[done]} />
      )}
    </div>
  );
};

const NewService = ({ editing: { form, teach } }: Props) => {
  const others = (catalogue.value?.services ?? []).filter(({ code }) => !form.services[code]);
  const add = (code: string) => {
    teach(code, {});
    // The row stands there on the next frame; its first number is what comes next.
    requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(`services.${code}.assisted`)?.focus()));
  };
  return <Picker id="new-service" look="bar" label={say('form.add_service')} value={null} options={others.map((term) => ({ value: term.code, label: nameOf(term) }))} onValue={add} />;
};

export const Services = ({ editing }: Props) => (
  <section aria-labelledby="services-title" class="paper-services">
    <div class="paper-taught paper-taught-head">
      <h2 id="services-title">{say('field.services')}</h2>
      <span aria-hidden="true">{say('form.assisted')}</span>
      <span aria-hidden="true">{say('form.completed')}</span>
    </div>
    <div id="services" tabIndex={-1}>
      {editing.errors['services'] && <ErrorText>{editing.errors['services']}</ErrorText>}
      {Object.keys(editing.form.services).map((code) => (
        <Row key={code} code={code} editing={editing} />
      ))}
    </div>
    <NewService editing={editing} />
  </section>
);

const MORE = ['female', 'elderly', 'first_time', 'volunteers'] as const;

/** Open at once where something in it was typed, or is wrong. */
export const More = ({ editing: { form, errors, set } }: Props) => {
  const [isOpened, setOpened] = useState(false);
  const isFilled = MORE.some((name) => form[name] !== null) || form.note !== '' || form.start_time !== '';
  const isWrong = [...MORE, 'note', 'start_time'].some((name) => errors[name]);
  if (!isOpened && !isFilled && !isWrong) {
    return (
      <Button kind="quiet" icon="plus" onClick={() => setOpened(true)}>
        {t('paper.more')}
      </Button>
    );
  }
  return (
    <div class="stack">
      <div class="paper-parts">
        {MORE.map((name) => (
          <NumberField key={name} id={name} label={say(`field.${name}`)} value={form[name]} onValue={(value) => set({ [name]: value })} error={errors[name]} />
        ))}
      </div>
      <TextArea id="note" rows={2} label={say('field.note')} hint={say('form.note_hint')} optional value={form.note} onValue={(note) => set({ note })} error={errors['note']} />
    </div>
  );
};
