// Labels of the codes, as the server's catalogue words them.
import { signal } from '@preact/signals';
import { api, ok } from '../api/client';
import type { Catalogue, Term } from '../api/types';
import { locale } from '../i18n';

export const catalogue = signal<Catalogue | null>(null);

export const loadCatalogue = async (): Promise<Catalogue> => {
  catalogue.value ??= await ok(api.GET('/api/v1/catalogue'));
  return catalogue.value;
};

type List = 'types' | 'audiences' | 'services' | 'reasons' | 'difficulties';

/** "e-Dongthap" never breaks across lines. */
const unbroken = (text: string): string => text.replace(/e-Dongthap/g, 'e\u2011Dongthap');

const worded = (term: Term, short: boolean): string =>
  unbroken(locale.value === 'en' ? term.en : ((short ? term.vi_short : null) ?? term.vi));

/** The code itself when the catalogue does not know it: better an odd word than none. */
export const label = (list: List, code: string, { short = false } = {}): string => {
  const term = catalogue.value?.[list].find((one) => one.code === code);
  return term ? worded(term, short) : code;
};

export const definition = (list: List, code: string): string | null =>
  catalogue.value?.[list].find((one) => one.code === code)?.definition ?? null;
