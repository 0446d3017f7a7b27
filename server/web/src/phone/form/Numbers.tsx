import { useState } from 'preact/hooks';
import { Button, ErrorText, Icon, NumberField, Sheet, Stepper } from '../../ui';
import { catalogue, definitionOf, nameOf, serviceName } from '../../data/catalogue';
import { t } from '../i18n';
import { BLANK, HOME_VISIT, MIXED, type Form } from './form';
import { nextBox } from './next';
import { hasResult } from './services';
import type { Editing } from './useForm';

const onwards = (form: Form, from: string): (() => void) | undefined => {
  const next = nextBox(form, from, hasResult);
  return next === undefined ? undefined : () => document.getElementById(next)?.focus();
};

export const People = ({ form, errors, set }: Editing) => {
  const limits = catalogue.value?.limits;
  return (
    <>
      <div class="lead-count">
        <Stepper id="participants" label={t('field.participants')} max={limits?.participants} value={form.participants} onValue={(participants) => set({ participants })} error={errors['participants']} onNext={onwards(form, 'participants')} />
      </div>
      {form.type === HOME_VISIT && (
        <Stepper id="households" label={t('field.households')} max={limits?.households} value={form.households} onValue={(households) => set({ households })} error={errors['households']} onNext={onwards(form, 'households')} />
      )}
      {form.audience === MIXED && (
        <NumberField id="staff_participants" label={t('field.staff_participants')} hint={t('form.staff_hint')} optional value={form.staff_participants} onValue={(staff_participants) => set({ staff_participants })} error={errors['staff_participants']} onNext={onwards(form, 'staff_participants')} />
      )}
    </>
  );
};

const Row = ({ code, form, errors, teach }: Editing & { code: string }) => {
  const taught = form.services[code] ?? BLANK;
  const name = serviceName(code);
  const id = `services.${code}.assisted`;
  return (
    <div class="taught">
      <span class="taught-name">{name}</span>
      <NumberField id={id} label={t('form.assisted_of', { service: name })} labelHidden value={taught.assisted} onValue={(assisted) => teach(code, { assisted })} error={errors[id]} onNext={onwards(form, id)} />
      {hasResult(code) && (
        <NumberField id={`services.${code}.completed`} label={t('form.completed_of', { service: name })} labelHidden value={taught.completed} onValue={(completed) => teach(code, { completed })} error={errors[`services.${code}.completed`]} onNext={onwards(form, `services.${code}.completed`)} />
      )}
    </div>
  );
};

const AddService = ({ form, teach }: Editing) => {
  const [open, setOpen] = useState(false);
  const others = (catalogue.value?.services ?? []).filter(({ code }) => !form.services[code]);
  const add = (code: string) => {
    teach(code, {});
    setOpen(false);
    // The row stands there on the next frame; its first number is what comes next.
    requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(`services.${code}.assisted`)?.focus()));
  };
  if (others.length === 0) return null;
  return (
    <>
      <Button kind="quiet" icon="plus" onClick={() => setOpen(true)}>
        {t('form.add_service')}
      </Button>
      <Sheet open={open} onClose={() => setOpen(false)} title={t('form.add_service')}>
        <ul class="options">
          {others.map((service) => (
            <li key={service.code}>
              <button type="button" onClick={() => add(service.code)}>
                <span>
                  {nameOf(service)}
                  {definitionOf(service) && <span class="choice-hint">{definitionOf(service)}</span>}
                </span>
                <Icon name="plus" size={20} />
              </button>
            </li>
          ))}
        </ul>
      </Sheet>
    </>
  );
};

export const Services = (editing: Editing) => {
  const { form, errors } = editing;
  return (
    <section class="section" aria-labelledby="services-title">
      <div class="taught taught-head">
        <h2 id="services-title" class="taught-name">
          {t('field.services')}
        </h2>
        <span aria-hidden="true">{t('form.assisted')}</span>
        <span aria-hidden="true">{t('form.completed')}</span>
      </div>
      <div id="services" tabIndex={-1}>
        {errors['services'] && <ErrorText>{errors['services']}</ErrorText>}
        {Object.keys(form.services).map((code) => (
          <Row key={code} code={code} {...editing} />
        ))}
      </div>
      <AddService {...editing} />
    </section>
  );
};
