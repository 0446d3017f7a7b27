// Nobody makes a person of their own rank or above, or sees a colleague's account.
import type { Role } from '../../api/types';

const RANKS: readonly Role[] = ['volunteer', 'officer', 'province_staff', 'system_administrator'];

export const rolesBelow = (role: Role): Role[] => RANKS.slice(0, RANKS.indexOf(role));
/** Those of the office that somebody sees: the ranks below, and of their own rank themselves. */
export const rolesSeen = (role: Role): Role[] => RANKS.slice(1, RANKS.indexOf(role) + 1);
