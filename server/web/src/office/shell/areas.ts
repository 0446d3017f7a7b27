// Units by id, read once; and the reader's own area, where every screen begins.
import { computed, signal } from '@preact/signals';
import { me } from '../../account/account';
import { api, ok } from '../../api/client';
import type { UnitDetail } from '../../api/types';
import { today } from '../../data/clock';

const known = new Map<number, Promise<UnitDetail>>();

export const unitDetail = (id: number): Promise<UnitDetail> => {
  const reading = known.get(id) ?? ok(api.GET('/api/v1/units/{unit_id}', { params: { path: { unit_id: id } } }));
  known.set(id, reading);
  reading.catch(() => known.delete(id));
  return reading;
};

/** The areas of today that somebody looks after. */
export const todays = signal<readonly UnitDetail[]>([]);
export const hasSeveral = computed(() => todays.value.length > 1);

export const home = signal<UnitDetail | null>(null);

/** "Cụm Lấp Vò, Cụm Lai Vung": whose all of their areas are. */
export const ownNames = computed(() => (todays.value.length > 0 ? todays.value : home.value ? [home.value] : []).map(({ name }) => name).join(', '));

export const isPast = ({ valid_to }: UnitDetail): boolean => valid_to !== null && valid_to <= today();

/** Who has handed over all they had, or has been given nothing yet, sees nothing of anybody's work. */
export const hasNoArea = computed(() => me.value !== null && me.value.user.role !== 'system_administrator' && me.value.areas.length === 0);

/** An officer's areas name the district of before and the cluster that goes on with its work. */
export const loadHome = async (): Promise<UnitDetail | null> => {
  if (hasNoArea.value) return forgetHome();
  const own = me.value?.areas ?? [];
  const areas = own.length > 0 ? own : (await ok(api.GET('/api/v1/units', { params: { query: { level: 'province' } } }))).items;
  const details = await Promise.all(areas.map(({ id }) => unitDetail(id)));
  todays.value = details.filter((unit) => !isPast(unit));
  home.value = todays.value[0] ?? details[0] ?? null;
  return home.value;
};

const forgetHome = (): null => {
  todays.value = [];
  home.value = null;
  return null;
};

const stoodOn = ({ valid_from, valid_to }: UnitDetail, day: string): boolean => (valid_from ?? '') <= day && (valid_to === null || day < valid_to);

/** Within the reader's own area: every commune has an "Ấp 5", and elsewhere there is nothing for them to do. */
export const findUnits = async (q: string, on: string): Promise<UnitDetail[]> => {
  const own = await Promise.all((me.value?.areas ?? []).map(({ id }) => unitDetail(id)));
  const [there, ...others] = own.filter((unit) => stoodOn(unit, on));
  const within = there && others.length === 0 ? { within: there.id } : {};
  return (await ok(api.GET('/api/v1/units', { params: { query: { q, on, ...within, limit: 20 } } }))).items;
};
