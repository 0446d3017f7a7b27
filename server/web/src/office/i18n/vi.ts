// Texts of the office, each beside its screens; the common ones are in src/i18n/vi.ts.
import { vi as audit } from '../audit/texts';
import { vi as charts } from '../charts/texts';
import { vi as compare } from '../compare/texts';
import { vi as coverage } from '../coverage/texts';
import { vi as desk } from '../desk/texts';
import { vi as handover } from '../handover/texts';
import { vi as imports } from '../imports/texts';
import { vi as join } from '../join/texts';
import { vi as paper } from '../paper/texts';
import { vi as people } from '../people/texts';
import { vi as remind } from '../remind/texts';
import { vi as results } from '../results/texts';
import { vi as fields } from '../review/fieldTexts';
import { vi as merging } from '../review/mergeTexts';
import { vi as review } from '../review/texts';
import { vi as search } from '../search/texts';
import { vi as shell } from '../shell/texts';
import { vi as teams } from '../teams/texts';

export const vi = {
  ...shell,
  ...desk,
  ...review,
  ...fields,
  ...merging,
  ...results,
  ...charts,
  ...coverage,
  ...compare,
  ...remind,
  ...teams,
  ...join,
  ...handover,
  ...imports,
  ...paper,
  ...people,
  ...audit,
  ...search,
} as const;
