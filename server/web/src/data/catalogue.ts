// The province's own words for what is taught, and the limits of a count: data of the server's.
import { signal } from '@preact/signals';
import { api, okIf } from '../api/client';
import type { Catalogue, Term } from '../api/types';
import { locale } from '../i18n';

export const catalogue = signal<Catalogue | null>(null);

let loading: Promise<Catalogue> | null = null;

/** Read once; after a failure again. What is known from before is good enough to go on with. */
export const loadCatalogue = (): Promise<Catalogue> => {
  const known = catalogue.peek();
  if (known && loading) return Promise.resolve(known);
  const asked = ask();
  if (!known) return asked;
  asked.catch(() => {});
  return Promise.resolve(known);
};

const ask = (): Promise<Catalogue> => {
  loading ??= okIf(api.GET('/api/v1/catalogue'), ({ services, limits }) => Array.isArray(services) && !!limits).then(
    (loaded) => (catalogue.value = loaded),
    (failure: unknown) => {
      loading = null;
      throw failure;
    },
  );
  return loading;
};

type List = 'types' | 'audiences' | 'services' | 'reasons' | 'difficulties';

/** "e-Dongthap" never breaks across lines, whoever wrote it. */
export const unbroken = (text: string): string => text.replace(/e-Dongthap/gi, 'e\u2011Dongthap');

/** In full, where there is room to choose from a list. */
export const nameOf = (term: Term): string => unbroken(locale.value === 'en' ? term.en : term.vi);
const shortNameOf = (term: Term): string => (term.vi_short && locale.value === 'vi' ? unbroken(term.vi_short) : nameOf(term));

/** What counts as one; the province has worded it in Vietnamese only. */
export const definitionOf = (term: Term): string | null => (locale.value === 'vi' ? term.definition : null);

// The code itself when the catalogue does not know it: better an odd word than none.
const named = (list: List, code: string, name: (term: Term) => string): string => {
  const term = catalogue.value?.[list].find((one) => one.code === code);
  return term ? name(term) : code;
};

export const termName = (list: List, code: string): string => named(list, code, nameOf);
/** Beside its numbers, where there is little room. */
export const shortName = (list: List, code: string): string => named(list, code, shortNameOf);
export const serviceName = (code: string): string => shortName('services', code);
