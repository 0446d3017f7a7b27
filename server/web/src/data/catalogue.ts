// The province's own words for what is taught, and the limits of a count: data of the server's.
import { signal } from '@preact/signals';
import { api, ok } from '../api/client';
import type { Catalogue, Term } from '../api/types';
import { locale } from '../i18n';

export const catalogue = signal<Catalogue | null>(null);

let loading: Promise<Catalogue> | null = null;

export const loadCatalogue = (): Promise<Catalogue> => {
  loading ??= ok(api.GET('/api/v1/catalogue')).then(
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

const find = (list: List, code: string): Term | undefined => catalogue.value?.[list].find((one) => one.code === code);

export const termName = (list: List, code: string): string => {
  const term = find(list, code);
  return term ? nameOf(term) : code;
};
/** What is taught stands beside its numbers, in the few words of its short name. */
export const serviceName = (code: string): string => {
  const term = find('services', code);
  return term ? shortNameOf(term) : code;
};

export const openServices = (): string[] =>
  (catalogue.value?.services ?? []).filter((service) => service.is_open).map((service) => service.code);

// What a service counts, where one person has at most one.
const ONE_EACH = ['lượt', 'người', 'hộ'];
/** Forms filed, products put up: one person may have several. */
export const manyPerPerson = (): string[] =>
  (catalogue.value?.services ?? []).filter(({ unit }) => unit !== null && !ONE_EACH.includes(unit)).map(({ code }) => code);
