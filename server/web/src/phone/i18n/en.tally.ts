import type { Messages } from '../../i18n';
import type { tallyVi } from './vi.tally';

export const tallyEn = {
  'tally.title': 'Count on the spot',
  'tally.since': 'since {time}',
  'tally.since_day': 'since {time} on {day}',
  'tally.running': 'Counting {since} · {n} person|Counting {since} · {n} people',
  'tally.keep': 'Keep',
  'tally.drop': 'Discard',
  'tally.drop_help': 'The count and all that is written in this form will be gone for good.',
  'tally.filled': 'The count {since} is in the form',
  'tally.raised': 'You counted {from} people, but one result has {to}: the total was raised to {to}. Please check.',
  'tally.go_on': 'Go on counting',
} as const satisfies Messages<typeof tallyVi>;
