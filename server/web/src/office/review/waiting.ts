// What waits in the reader's whole area: how many sessions to review, the count in the rail; and
// how many whose authors ask to reopen them.
import { signal } from '@preact/signals';
import { may } from '../../account/account';
import { api, ok } from '../../api/client';

type Count = { n: number; isMore: boolean };
export const waiting = signal<Count | null>(null);
export const asked = signal<Count | null>(null);

type Which = { state: 'pending'; sort: 'review' } | { asked_back: 'true' };

/** One page is enough: beyond a hundred "100+" says as much. */
const count = async (which: Which): Promise<Count | null> => {
  const page = await ok(api.GET('/api/v1/sessions', { params: { query: { ...which, limit: 100 } } })).catch(() => null);
  return page && { n: page.items.length, isMore: page.next_cursor !== null };
};

export const countWaiting = async (): Promise<void> => {
  if (!may('session.review')) return;
  const [pending, askedBack] = await Promise.all([count({ state: 'pending', sort: 'review' }), count({ asked_back: 'true' })]);
  // Without an answer the last one stays.
  waiting.value = pending ?? waiting.value;
  asked.value = askedBack ?? asked.value;
};
