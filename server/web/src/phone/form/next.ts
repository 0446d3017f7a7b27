// Where the keypad's "next" leads: from what was typed to the number that is typed next. How many
// were guided is filled in by itself, so its box is not on the way.
import { HOME_VISIT, MIXED, type Form } from './form';

const resultBox = (code: string, hasResult: boolean): string => `services.${code}.${hasResult ? 'completed' : 'assisted'}`;

export const nextBox = (form: Form, from: string, hasResult: (code: string) => boolean): string | undefined => {
  const results = Object.keys(form.services).map((code) => resultBox(code, hasResult(code)));
  const way = [
    'participants',
    ...(form.type === HOME_VISIT ? ['households'] : []),
    ...(form.audience === MIXED ? ['staff_participants'] : []),
    ...results,
  ];
  const own = from.replace(/assisted$/, 'completed');
  if (own !== from && results.includes(own)) return own;
  return way[way.indexOf(from) + 1];
};
