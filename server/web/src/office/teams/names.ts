// Pure: what a new team is called, and how a phone and a code are read out.
import type { Level, TeamKind } from '../../api/types';

const FITTING: Record<TeamKind, readonly Level[] | null> = {
  hamlet: ['hamlet'],
  commune: ['commune'],
  youth: null,
  agency: null,
};

/** Where a team of this kind can be at home. */
export const isHomeFor = (kind: TeamKind, level: Level): boolean => FITTING[kind]?.includes(level) ?? true;

/** "12345678" -> "1234 5678". */
export const spoken = (code: string): string => code.replace(/(\d{4})(?=\d)/g, '$1 ');

/** "0912345678" -> "0912 345 678". */
export const spacedPhone = (phone: string): string => (/^0\d{9}$/.test(phone) ? `${phone.slice(0, 4)} ${phone.slice(4, 7)} ${phone.slice(7)}` : phone);
