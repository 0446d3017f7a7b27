import type { TeamKind } from '../../api/types';

export const TEAM_KINDS: readonly TeamKind[] = ['hamlet', 'commune', 'youth', 'agency'];
