// What a place is called.
import type { Unit } from '../api/types';

/** "Ấp 1 (xã Vĩnh Thạnh cũ), xã Lấp Vò": a hamlet's name alone says little. */
export const fullName = ({ name, full_name }: Pick<Unit, 'name' | 'full_name'>): string => full_name ?? name;
