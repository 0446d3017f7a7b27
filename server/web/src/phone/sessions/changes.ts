// A session's history, said in words.
import type { Change, Revision } from '../../api/types';
import { isBlank } from '../../data/changes';
import { termName } from '../../data/catalogue';
import { day, instant, number } from '../../i18n/formats';
import { tOwn } from './texts';
import { fieldName } from './words';

const valueText = (field: string, value: unknown): string => {
  if (isBlank(value)) return tOwn('history.blank');
  if (typeof value === 'number') return number(value);
  if (typeof value !== 'string') return '';
  if (field === 'date') return day(value);
  if (field === 'type') return termName('types', value);
  return field === 'audience' ? termName('audiences', value) : value;
};

// Ids say nothing to anybody: for these it is enough that they changed.
const UNSAYABLE = ['place_id', 'team_id', 'venue_id', 'partner_ids', 'co_team_ids', 'other_place_ids', 'conducted_by', 'services', 'difficulties'];

export const changeText = ({ field, from, to }: Change): string =>
  UNSAYABLE.includes(field)
    ? tOwn('history.changed', { field: fieldName(field) })
    : tOwn('history.from_to', { field: fieldName(field), from: valueText(field, from), to: valueText(field, to) });

const ACTIONS = {
  recorded: 'history.recorded',
  amended: 'history.amended',
  approved: 'history.approved',
  returned: 'history.returned',
  refused: 'history.refused',
  reopened: 'history.reopened',
  withdrawn: 'history.withdrawn',
  merged: 'history.merged',
  unmerged: 'history.unmerged',
  asked_back: 'history.asked_back',
  kept: 'history.kept',
} as const;
const isAction = (action: string): action is keyof typeof ACTIONS => action in ACTIONS;

export const entryText = ({ action, by }: Revision): string =>
  isAction(action) ? tOwn(ACTIONS[action], { who: by?.name ?? '' }) : action;
export const entryTime = ({ at }: Pick<Revision, 'at'>): string => instant(at);
