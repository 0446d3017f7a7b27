// An agency is no Tổ that a hamlet set up: who leads its team is called the person in charge. The texts
// about teams are written once, and read with its words where the team is an agency's.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { TeamKind } from '../../api/types';

/** The kind of the team that the screen is about. */
export const OfKind = createContext<TeamKind>('hamlet');

const IN_AGENCIES: readonly (readonly [RegExp, string])[] = [
  [/tổ trưởng/gi, 'người phụ trách'],
  [/tổ phó/gi, 'phó phụ trách'],
  [/\bleaders\b/gi, 'people in charge'],
  [/\bleader\b/gi, 'person in charge'],
];

const SENTENCE = /(^|[.?!] )$/;
const isCapital = (word: string): boolean => word.charAt(0) !== word.charAt(0).toLowerCase();
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

export const called = (text: string, kind: TeamKind): string =>
  kind === 'agency'
    ? IN_AGENCIES.reduce((said, [word, other]) => said.replace(word, (was: string, at: number) => (isCapital(was) && SENTENCE.test(said.slice(0, at)) ? capital(other) : other)), text)
    : text;

/** Reads texts as the team on screen has them. */
export const useCalled = (): ((text: string) => string) => {
  const kind = useContext(OfKind);
  return (text) => called(text, kind);
};
