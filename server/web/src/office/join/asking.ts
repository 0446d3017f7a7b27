// How many ask to join a team in the reader's whole area: the count in the rail.
import { signal } from '@preact/signals';
import { may } from '../../account/account';
import { joinRequests } from '../../data/joining';

export const asking = signal<{ n: number; isMore: boolean } | null>(null);

export const countAsking = async (): Promise<void> => {
  if (!may('team.manage')) return;
  const page = await joinRequests().catch(() => null);
  if (page) asking.value = { n: page.items.length, isMore: page.next_cursor !== null };
};
