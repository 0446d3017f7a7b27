// All English texts of this app, in a file of their own.
import { en as common } from '../../i18n/en';
import { en as audit } from '../audit/english';
import { en as charts } from '../charts/english';
import { en as compare } from '../compare/english';
import { en as coverage } from '../coverage/english';
import { en as desk } from '../desk/english';
import { en as handover } from '../handover/english';
import { en as imports } from '../imports/english';
import { en as join } from '../join/english';
import { en as paper } from '../paper/english';
import { en as people } from '../people/english';
import { en as remind } from '../remind/english';
import { en as results } from '../results/english';
import { en as fields } from '../review/fieldEnglish';
import { en as merging } from '../review/mergeEnglish';
import { en as review } from '../review/english';
import { en as search } from '../search/english';
import { en as shell } from '../shell/english';
import { en as teams } from '../teams/english';

export const english = {
  ...common,
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
};
