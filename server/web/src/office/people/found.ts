// People looked for by what is at hand, a part of their name or of their number: pure.
import type { Person } from '../../api/types';
import { fold } from '../../i18n/text';

const digits = (text: string): string => text.replace(/\D/g, '');

/** Whose name has every word, with or without accents, or whose number has those digits; the newest first. */
export const foundPeople = <P extends Pick<Person, 'id' | 'name' | 'phone' | 'created_at'>>(people: readonly P[], typed: string): P[] => {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const number = /^[\d\s.+-]+$/.test(typed.trim()) ? digits(typed) : '';
  return people
    .filter(({ name, phone }) => (number ? digits(phone ?? '').includes(number) : words.every((word) => fold(name).includes(word))))
    .sort((a, b) => b.created_at.localeCompare(a.created_at) || b.id - a.id);
};
