// What one text sends its reader to stands under that very name on a screen.
import { describe, expect, it } from 'vitest';
import { commonVi } from '../../i18n';
import { vi as desk } from '../desk/texts';
import { vi as handover } from '../handover/texts';
import { vi as imports } from '../imports/texts';
import { vi as join } from '../join/texts';
import { vi as paper } from '../paper/texts';
import { vi as people } from '../people/texts';
import { vi as review } from '../review/texts';
import { vi as shell } from '../shell/texts';
import { vi as teams } from '../teams/texts';
import { english } from './english';

const ELSEWHERE = ['CSV UTF-8', 'Hướng dẫn', 'How to', 'Tôi có mã mời', 'I have an invitation code']; // a program, a sheet, the phone
const vietnamese = { ...commonVi, ...shell, ...desk, ...review, ...teams, ...join, ...handover, ...imports, ...paper, ...people };

const unknown = (texts: object): string[] => {
  const all: string[] = Object.values(texts);
  const quoted = all.flatMap((text) => [...text.matchAll(/“(\p{Lu}[^”{]*)”/gu)].map(([, name = '']) => name));
  return quoted.filter((name) => !all.includes(name) && !ELSEWHERE.includes(name));
};

describe('names in quotation marks', () => {
  it('are those of the screens in Vietnamese', () => expect(unknown(vietnamese)).toEqual([]));
  it('are those of the screens in English', () => expect(unknown(english)).toEqual([]));
});
