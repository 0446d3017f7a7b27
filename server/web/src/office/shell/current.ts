// The filters of the address, with what they mean today.
import { computed } from '@preact/signals';
import { me, OFFICE } from '../../account/account';
import { localDay } from '../../i18n/format';
import { place } from '../../router';
import { hasSeveral, home } from './areas';
import { mapDay, readFilters, rollupQuery } from './filters';

/** The server's day: the one on the officer's machine may be wrong. */
export const today = computed(() => localDay(me.value?.server_time ?? new Date()));
/** A session that waits for review was held: who looks for hamlets without one must not be told
 * that nobody was there. Results count what is approved. */
export const usualState = computed(() => (place.value.path === `${OFFICE}bao-phu` ? 'provisional' : 'official'));
export const filters = computed(() => readFilters(place.value.query, today.value, usualState.value));
export const unitId = computed(() => filters.value.unit ?? home.value?.id ?? null);
/** All that somebody looks after: null for several areas. One of before the reform may reach further
 * than the one that goes on with it. */
export const wholeUnit = computed(() => (hasSeveral.value || !me.value?.areas.length ? null : (home.value?.id ?? null)));
/** Of whom the work is counted and listed: the unit that the area control names, or all. */
export const workUnit = computed(() => filters.value.unit ?? wholeUnit.value);
/** Whether that is less than all. */
export const isNarrowed = computed(() => filters.value.unit !== null && (hasSeveral.value || filters.value.unit !== home.value?.id));
export const rollup = computed(() => rollupQuery(filters.value, home.value?.id ?? null, today.value));
export const shownMap = computed(() => mapDay(filters.value, today.value));
