import type { Messages } from '../../i18n';
import type { tallyVi } from './vi.tally';

export const tallyEn = {
  'tally.title': 'Count on the spot',
  'tally.since': 'since {time}',
  'tally.since_day': 'since {time} on {day}',
  'tally.running': 'Counting {since} · {n} person|Counting {since} · {n} people',
} as const satisfies Messages<typeof tallyVi>;
