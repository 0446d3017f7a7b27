// For which team the person is working now; some belong to several.
import { computed, signal } from '@preact/signals';
import { me } from '../../account/account';
import type { OwnTeam } from '../../api/types';

export const chosenTeam = signal<number | null>(null);

export const teams = (): OwnTeam[] => me.value?.teams ?? [];
export const team = computed<OwnTeam | null>(() => teams().find(({ id }) => id === chosenTeam.value) ?? teams()[0] ?? null);

/** "Tổ Ấp 1, xã Lấp Vò": the name as the team has it. */
export const teamOptions = (): { value: string; label: string }[] =>
  teams().map(({ id, name }) => ({ value: String(id), label: name }));

export const leads = ({ role }: Pick<OwnTeam, 'role'>): boolean => role === 'leader' || role === 'deputy';
