import type { Messages } from '../../i18n';
import type { shareVi } from './vi.share';

export const shareEn = {
  'share.title': '🌸 {team}',
  'share.met': 'On {day} in {place} our team guided {n} people',
  'share.thanks': 'Thank you all for coming, and thanks to everybody in the team!',
  'share.code': 'Session {code}',
} as const satisfies Messages<typeof shareVi>;
