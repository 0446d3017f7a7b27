// Pure: what a new team is called, and how a phone and a code are read out.
import type { Level, TeamKind, UnitDetail } from '../../api/types';
import { inside } from '../../i18n/text';

const FITTING: Record<TeamKind, readonly Level[] | null> = {
  hamlet: ['hamlet'],
  commune: ['commune'],
  youth: null,
  agency: null,
};

/** Where a team of this kind can be at home. */
export const isHomeFor = (kind: TeamKind, level: Level): boolean => FITTING[kind]?.includes(level) ?? true;

const COMMUNE = /^(xã|phường|thị trấn) /i;
/** "Xã Lấp Vò" -> "Lấp Vò"; "Phường 1" -> "phường 1", which says nothing without its kind. */
const bare = (commune: string): string => (/\d$/.test(commune) ? inside(commune) : commune.replace(COMMUNE, ''));

/** "Ấp 3, Bình Thạnh Trung", as its neighbours are called: by the commune that people know, often the former one. */
export const hamletOfTeam = ({ name, full_name, parent }: Pick<UnitDetail, 'name' | 'full_name' | 'parent'>): string => {
  const former = / \((.+) cũ\)/.exec(full_name)?.[1];
  const commune = former ?? parent?.name;
  return commune ? `${name}, ${bare(commune)}` : name;
};

/** A name that none of those there has: "Tổ ấp 1", else "Tổ ấp 1 (2)". */
export const numbered = (name: string, taken: readonly string[], n = 1): string => {
  const one = n === 1 ? name : `${name} (${n})`;
  return taken.some((other) => other.toLowerCase() === one.toLowerCase()) ? numbered(name, taken, n + 1) : one;
};

/** "12345678" -> "1234 5678". */
export const spoken = (code: string): string => code.replace(/(\d{4})(?=\d)/g, '$1 ');

/** "Tổ công nghệ số cộng đồng ấp 1, xã Lấp Vò" -> "Tổ ấp 1, xã Lấp Vò", where a line must do. */
export const shortTeam = (name: string): string => name.replace(/ công nghệ số cộng đồng(?= )/i, '');
