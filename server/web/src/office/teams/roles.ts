import type { MemberRole } from '../../api/types';

export const MEMBER_ROLES: readonly MemberRole[] = ['leader', 'deputy', 'member'];
