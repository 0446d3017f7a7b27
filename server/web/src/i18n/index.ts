// Texts by key. `translator` makes a typed `t` from Vietnamese texts and a way to fetch the English
// ones, which few read: the phone need not carry them until somebody asks. The phone and the office
// each make their own over these common texts, so neither ships the other's.
import { effect, signal } from '@preact/signals';
import { formatNumber, type Locale } from './format';
import { vi, type Messages } from './vi';

export type { Locale };
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

/** What is being fetched; nobody waits for more than the first screen. */
const underWay = new Set<Promise<void>>();
export const translated = (): Promise<unknown> => Promise.all(underWay);

const fetched = <Texts>(load: () => Promise<Texts>) => {
  const texts = signal<Texts | null>(null);
  let asked = false;
  effect(() => {
    if (locale.value !== 'en' || asked) return;
    asked = true;
    const loading: Promise<void> = load()
      .then((loaded) => void (texts.value = loaded))
      // Without signal and without a copy: Vietnamese until the app is opened again.
      .catch(() => {})
      .finally(() => underWay.delete(loading));
    underWay.add(loading);
  });
  return texts;
};

export const translator = <Source extends Record<string, string>>(
  vi: Source,
  english: () => Promise<Messages<NoInfer<Source>>>,
) => {
  type Key = keyof Source & string;
  const en = fetched(english);
  return <K extends Key>(key: K, ...[params]: Arguments<Source[K]>): string => {
    const values: Record<string, string | number> = params ?? {};
    const translation = locale.value === 'en' ? en.value?.[key] : undefined;
    const text: string = translation === undefined ? vi[key] as string : form(translation, values['n']);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? formatNumber(value, locale.value) : (value ?? whole);
    });
  };
};

export const t = translator(vi, async () => (await import('./en')).en);
export type CommonKey = keyof typeof vi;
export { vi as commonVi };
