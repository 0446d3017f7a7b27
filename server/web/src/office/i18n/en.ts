import type { Messages } from '../../i18n';
import { en as audit } from '../audit/texts';
import { en as charts } from '../charts/texts';
import { en as compare } from '../compare/texts';
import { en as coverage } from '../coverage/texts';
import { en as desk } from '../desk/texts';
import { en as handover } from '../handover/texts';
import { en as imports } from '../imports/texts';
import { en as join } from '../join/texts';
import { en as paper } from '../paper/texts';
import { en as people } from '../people/texts';
import { en as remind } from '../remind/texts';
import { en as results } from '../results/texts';
import { en as fields } from '../review/fieldTexts';
import { en as merging } from '../review/mergeTexts';
import { en as review } from '../review/texts';
import { en as search } from '../search/texts';
import { en as shell } from '../shell/texts';
import { en as teams } from '../teams/texts';
import type { vi } from './vi';

export const en = {
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
} satisfies Messages<typeof vi>;
