// The province's own words for what is taught, and the limits of a count: data of the server's.
import { signal } from '@preact/signals';
import { api, ok } from '../api/client';
import type { Term } from '../api/office';
import type { Catalogue } from '../api/phone';
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

export const nameOf = (term: Term): string =>
  unbroken(locale.value === 'en' ? term.en : (term.vi_short ?? term.vi));

export const termName = (list: List, code: string): string => {
  const term = catalogue.value?.[list].find((one) => one.code === code);
  return term ? nameOf(term) : code;
};
export const serviceName = (code: string): string => termName('services', code);

export const openServices = (): string[] =>
  (catalogue.value?.services ?? []).filter((service) => service.is_open).map((service) => service.code);

// What a service counts, where one person has at most one.
const ONE_EACH = ['lượt', 'người', 'hộ'];
/** Forms filed, products put up: one person may have several. */
export const manyPerPerson = (): string[] =>
  (catalogue.value?.services ?? []).filter(({ unit }) => unit !== null && !ONE_EACH.includes(unit)).map(({ code }) => code);
