// Texts by key. `translator` makes a typed `t` from a pair of languages; the phone and the
// office each make their own over these common texts, so neither ships the other's.
import { effect, signal } from '@preact/signals';
import { en } from './en';
import { formatNumber } from './format';
import { vi, type Messages } from './vi';

export type Locale = 'vi' | 'en';
export type { Messages };

const STORED = 'locale';
const stored = (): Locale => {
  // Storage is refused outright in some private windows.
  try {
    return localStorage.getItem(STORED) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
};

export const locale = signal<Locale>(stored());

effect(() => {
  if (typeof document !== 'undefined') document.documentElement.lang = locale.value;
  try {
    localStorage.setItem(STORED, locale.value);
  } catch {
    // The choice then lasts as long as the page.
  }
});

type Params<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Params<Rest> : never;
type Arguments<Text> = [Params<Text>] extends [never]
  ? []
  : [params: { [Name in Params<Text>]: string | number }];

/** English tells one from many ("{n} session|{n} sessions"); Vietnamese has one form. */
const form = (text: string, n: string | number | undefined): string => {
  const [one, many] = text.split('|');
  return many !== undefined && n !== 1 ? many : (one ?? text);
};

export const translator = <Source extends Record<string, string>>(languages: {
  vi: Source;
  en: Messages<NoInfer<Source>>;
}) => {
  type Key = keyof Source & string;
  return <K extends Key>(key: K, ...[params]: Arguments<Source[K]>): string => {
    const values: Record<string, string | number> = params ?? {};
    const chosen = languages[locale.value][key];
    const text = locale.value === 'en' ? form(chosen, values['n']) : chosen;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? formatNumber(value, locale.value) : (value ?? whole);
    });
  };
};

export const t = translator({ vi, en });
export type CommonKey = keyof typeof vi;
export { vi as commonVi, en as commonEn };
