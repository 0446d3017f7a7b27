// The signed-in person's sessions of the last twelve months, as this phone knows them.
import { computed } from '@preact/signals';
import { me } from '../../account/account';
import type { CachedSession } from '../store/schema';
import { unsent } from '../outbox/outbox';
import { cached } from './cached';

const isUnsent = (id: string): boolean => unsent.value.some((item) => item.id === id);

/** One that is on its way again stands among the unsent, not here. */
export const own = computed<readonly CachedSession[]>(() => cached.value.filter(({ id, recorded_by }) => recorded_by.id === me.value?.user.id && !isUnsent(id)));

/** Those that wait for their author's hand. */
export const returned = computed<readonly CachedSession[]>(() => own.value.filter(({ state }) => state === 'returned'));
