// The words that stand at a field when the form opens: the officer's, or the server's. Each goes
// once its field has been changed.
import type { Errors } from './check';
import type { Form, Taught } from './form';

/** What the officer names as the form names it. */
export const formField = (named: string): string => {
  const field = named.replace(/^\//, '').replace(/\//g, '.');
  return field === 'place' ? 'place_id' : field;
};

export const valueAt = (form: Form, field: string): unknown => {
  const [name = '', code = '', part = ''] = field.split('.');
  if (name === 'services' && code) return form.services[code]?.[part as keyof Taught] ?? null;
  return form[name as keyof Form];
};

export const stillStanding = (marks: Errors, before: Form, form: Form): Errors =>
  Object.fromEntries(Object.entries(marks).filter(([field]) => Object.is(valueAt(before, field), valueAt(form, field))));
