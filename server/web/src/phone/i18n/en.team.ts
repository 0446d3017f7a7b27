import type { Messages } from '../../i18n';
import type { teamVi } from './vi.team';

export const teamEn = {
  'team.year': 'Our team in {year}',
  'team.members': 'Members ({n})',
  'member.leader': 'Leader',
  'member.deputy': 'Deputy',
  'member.member': 'Member',
  'team.invite': 'Invite members',
  'team.needs_signal': 'Inviting and approving people needs a network.',
  'team.asking': '{n} person asks to join|{n} people ask to join',
  'team.waiting_here': 'Waiting to be let into {team}',
} as const satisfies Messages<typeof teamVi>;
