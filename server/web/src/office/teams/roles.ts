import type { MemberRole } from '../../api/types';

export const MEMBER_ROLES: readonly MemberRole[] = ['leader', 'deputy', 'member'];

/** Those that somebody may have in a team that `leader` leads. */
export const rolesBeside = (leader: string | undefined): readonly MemberRole[] => MEMBER_ROLES.filter((role) => role !== 'leader' || !leader);
