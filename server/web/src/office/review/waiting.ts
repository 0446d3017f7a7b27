// How many sessions wait in the reader's whole area: the count in the rail.
import { signal } from '@preact/signals';
import { may } from '../../account/account';
import { api, ok } from '../../api/client';

export const waiting = signal<{ n: number; isMore: boolean } | null>(null);

/** One page is enough: beyond a hundred "100+" says as much. */
export const countWaiting = async (): Promise<void> => {
  if (!may('session.review')) return;
  const page = await ok(api.GET('/api/v1/sessions', { params: { query: { state: 'pending', sort: 'review', limit: 100 } } })).catch(() => null);
  if (page) waiting.value = { n: page.items.length, isMore: page.next_cursor !== null };
};
