// Nobody makes a person of their own rank or above.
import type { Role } from '../../api/types';

const RANKS: readonly Role[] = ['volunteer', 'officer', 'province_staff', 'system_administrator'];

export const OFFICE_ROLES: readonly Role[] = RANKS.slice(1);
export const rolesBelow = (role: Role): Role[] => RANKS.slice(0, RANKS.indexOf(role));
