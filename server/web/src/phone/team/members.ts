// The people of a team as the server last named them, kept with when that was.
import { api, isProblem, ok } from '../../api/client';
import type { Member } from '../../api/types';
import { now } from '../../data/clock';
import { useLoad } from '../../data/useLoad';
import { store } from '../store/open';
import type { Dated } from '../store/schema';

type Key = `members ${number}`;

const ask = async (id: number, key: Key): Promise<Dated<Member[]>> => {
  const { items } = await ok(api.GET('/api/v1/teams/{team_id}/members', { params: { path: { team_id: id } } }));
  const said = { value: items.filter(({ left_on }) => left_on === null), at: now().toISOString() };
  void store.peek()?.meta.set(key, said).catch(() => {});
  return said;
};

export type Members = { known: Dated<Member[]> | null; isOld: boolean; failure: unknown; reload: () => void };

export const useMembers = (id: number): Members => {
  const key: Key = `members ${id}`;
  const heard = useLoad(() => ask(id, key), [id]);
  const kept = useLoad(async () => (await store.peek()?.meta.get(key)) ?? null, [id]);
  // A server that says no means it; one that says nothing leaves what was known.
  const isNo = isProblem(heard.failure) && !heard.failure.retryable;
  const known = heard.data ?? (isNo ? null : kept.data);
  return { known, isOld: heard.failure !== null && known !== null, failure: heard.failure, reload: heard.reload };
};
