import type { Messages } from '../../i18n';
import type { vi } from './texts';

export const en = {
  'search.label': 'Find anything',
  'search.placeholder': 'Find…',
  'search.hint': 'Type a receipt code, a hamlet or commune by its old or new name, a team, a phone number or a name. Accents are not needed.',
  'search.none': 'Nothing like this in your area.',
  'search.found': '{n} result|{n} results',
  'search.closest': 'The {n} closest results. Type more to narrow them down.',
  'search.results': 'Results',
  'search.failed': 'Could not search. Please try again.',
  'found.session': 'Sessions',
  'found.unit': 'Places',
  'found.team': 'Teams',
  'found.person': 'People',
  'found.now_is': '{name} (now {now})',
  'found.now_in': '{name} (now part of {now})',
  'found.until': 'dissolved on {date}',
  'found.disabled': 'disabled',
  'found.no_team': 'in no team',
} satisfies Messages<typeof vi>;
