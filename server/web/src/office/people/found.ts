// People looked for by what is at hand, a part of their name or of their number: pure.
import type { Person } from '../../api/types';
import { fold } from '../../i18n/text';

type Known = Pick<Person, 'id' | 'name' | 'phone' | 'created_at'>;
type Order = (a: Known, b: Known) => number;

const digits = (text: string): string => text.replace(/\D/g, '');
const alphabet = new Intl.Collator('vi');
const given = (name: string): string => name.slice(name.lastIndexOf(' ') + 1);

/** As lists of people are kept here: by what somebody is called, then by the rest of the name. */
const byName: Order = (a, b) => alphabet.compare(given(a.name), given(b.name)) || alphabet.compare(a.name, b.name) || a.id - b.id;
const newestFirst: Order = (a, b) => b.created_at.localeCompare(a.created_at) || b.id - a.id;
const ORDERS = { name: byName, newest: newestFirst };

/** Whose name has every word, with or without accents, or whose number has those digits. */
export const foundPeople = <P extends Known>(people: readonly P[], typed: string, order: keyof typeof ORDERS): P[] => {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const number = /^[\d\s.+-]+$/.test(typed.trim()) ? digits(typed) : '';
  return people
    .filter(({ name, phone }) => (number ? digits(phone ?? '').includes(number) : words.every((word) => fold(name).includes(word))))
    .sort(ORDERS[order]);
};
