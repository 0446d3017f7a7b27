// What is wrong with a form, by field. The same limits as the server's, from its catalogue; the
// server's own word comes back through `serverErrors` to the very same fields.
import type { FieldProblem } from '../../api/client';
import type { Limits, SessionBody } from '../../api/types';
import { formatDay } from '../../i18n/format';
import { t } from '../i18n';
import { HOME_VISIT, isTouched, MIXED, type Form } from './form';

/** By field name ("participants", "services.edongthap.completed"), in the order on screen. */
export type Errors = Record<string, string>;

export type Rules = {
  limits: Limits;
  today: string;
  /** Services counted in something other than people: one person may file five forms. */
  manyPerPerson: readonly string[];
};

/** What the server may name that the form shows under another name. */
export const FORM = 'form';
const FIELDS = ['team_id', 'date', 'place_id', 'type', 'audience', 'participants', 'households', 'services', 'staff_participants'];
const DETAILS = ['start_time', 'duration_min', 'first_time', 'female', 'elderly', 'volunteers', 'venue_id', 'partner_ids', 'difficulties', 'note'];
export const isDetail = (field: string): boolean => DETAILS.includes(field);

const unreadable = (value: number | null): boolean => Number.isNaN(value);

const count = (value: number | null, min: number, max: number): string | undefined => {
  if (value === null) return undefined;
  if (unreadable(value)) return t('error.integer');
  return value < min || value > max ? t('error.range', { min, max }) : undefined;
};

const dateError = (date: string, { limits, today }: Rules): string | undefined => {
  if (!date) return t('check.date');
  if (date > today) return t('check.future', { today: formatDay(today) });
  return date < limits.programme_start ? t('check.programme', { start: formatDay(limits.programme_start) }) : undefined;
};

const serviceErrors = (form: Form, { limits, manyPerPerson }: Rules): [string, string | undefined][] =>
  Object.entries(form.services).flatMap(([code, taught]) => {
    const { assisted, completed } = taught;
    const isPeople = !manyPerPerson.includes(code);
    const tooMany = assisted !== null && form.participants !== null && assisted > form.participants;
    const tooGood = isPeople && assisted !== null && completed !== null && completed > assisted;
    return [
      [
        `services.${code}.assisted`,
        isTouched(taught) && assisted === null && !taught.follows
          ? t('check.assisted_missing')
          : (count(assisted, 0, limits.participants) ??
            (tooMany ? t('check.assisted', { assisted: assisted ?? 0, participants: form.participants ?? 0 }) : undefined)),
      ],
      [
        `services.${code}.completed`,
        count(completed, 0, isPeople ? limits.participants : limits.participants * 50) ??
          (tooGood ? t('check.completed', { completed: completed ?? 0, assisted: assisted ?? 0 }) : undefined),
      ],
    ];
  });

const STAFF = ['team_members', 'officials'];
const teachesNothing = ({ type, audience }: Form): boolean =>
  type === 'broadcast' || (type === 'training_class' && STAFF.includes(audience));

const part = (value: number | null, form: Form, { limits }: Rules): string | undefined =>
  count(value, 0, limits.participants) ??
  (value !== null && form.participants !== null && value > form.participants
    ? t('check.part', { part: value, participants: form.participants })
    : undefined);

export const check = (form: Form, rules: Rules): Errors => {
  const { limits } = rules;
  const isVisit = form.type === HOME_VISIT;
  const taughtSomething = Object.values(form.services).some(isTouched);
  const found: [string, string | undefined][] = [
    ['date', dateError(form.date, rules)],
    ['place_id', form.place_id ? undefined : t('check.place')],
    ['participants', form.participants === null ? t('check.participants') : count(form.participants, 0, limits.participants)],
    ['households', isVisit && form.households === null ? t('check.households') : count(form.households, isVisit ? 1 : 0, limits.households)],
    ['staff_participants', form.audience === MIXED ? part(form.staff_participants, form, rules) : undefined],
    ['services', taughtSomething || teachesNothing(form) ? undefined : t('check.services')],
    ...serviceErrors(form, rules),
    ['duration_min', count(form.duration_min, limits.duration_min, limits.duration_max)],
    ...(['first_time', 'female', 'elderly'] as const).map((name): [string, string | undefined] => [name, part(form[name], form, rules)]),
    ['volunteers', count(form.volunteers, 1, limits.volunteers)],
    ['note', form.note.length > limits.note ? t('check.note', { max: limits.note }) : undefined],
  ];
  return Object.fromEntries(found.filter((entry): entry is [string, string] => entry[1] !== undefined));
};

/** "/services/0/completed" of the body that was sent -> "services.edongthap.completed". */
export const fieldAt = (pointer: string, body: SessionBody): string => {
  const [field = '', index, name] = pointer.split('/').slice(1);
  if (field === 'services' && index !== undefined) {
    const code = body.services?.[Number(index)]?.service;
    return code ? `services.${code}.${name === 'completed' ? name : 'assisted'}` : 'services';
  }
  return [...FIELDS, ...DETAILS].includes(field) ? field : FORM;
};

export const serverErrors = (problems: readonly FieldProblem[], body: SessionBody): Errors =>
  Object.fromEntries(problems.map(({ pointer, detail }) => [fieldAt(pointer, body), detail]));

/** Ten digits in a row and the like: counts only, nobody's phone or card. */
export const looksPersonal = (note: string): boolean => /\d(?:[ .-]?\d){8,}/.test(note);
