// The signed-in person's sessions of the last twelve months, as this phone knows them.
import { computed } from '@preact/signals';
import { me } from '../../account/account';
import type { CachedSession } from '../store/schema';
import { unsent } from '../outbox/outbox';
import { cached } from './cached';

export const own = computed<readonly CachedSession[]>(() => cached.value.filter(({ recorded_by }) => recorded_by.id === me.value?.user.id));

/** Those that wait for its author's hand; one that is mended already waits for the network. */
export const returned = computed<readonly CachedSession[]>(() =>
  own.value.filter(({ id, state }) => state === 'returned' && !unsent.value.some((item) => item.id === id)),
);
