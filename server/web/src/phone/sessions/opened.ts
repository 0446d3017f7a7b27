// One session as this phone knows it, made new from the server where there is a network.
import { useEffect } from 'preact/hooks';
import { api, okWithEtag } from '../../api/client';
import { networkProblem } from '../../api/problem';
import { useLoad, type Load } from '../../data/useLoad';
import { receipts } from '../outbox/outbox';
import { store, type Store } from '../store/open';
import type { CachedSession } from '../store/schema';
import { cached, refreshCached } from './cached';

const ask = async (id: string): Promise<CachedSession> => {
  const { data, etag } = await okWithEtag(api.GET('/api/v1/sessions/{session_id}', { params: { path: { session_id: id } } }));
  if (data?.id !== id) throw networkProblem();
  return { ...data, etag };
};

export const inCache = (id: string): CachedSession | undefined => cached.value.find((session) => session.id === id);

/** Into the cache only what the changes keep there: others would never be heard of again. */
const keep = async (into: Store | null, session: CachedSession): Promise<void> => {
  if (!into || store.value !== into || !cached.peek().some(({ id }) => id === session.id)) return;
  await into.sessions.put(session);
  const all = await into.sessions.list();
  if (store.value === into) refreshCached(all);
};

export const read = async (id: string): Promise<CachedSession> => {
  const into = store.value;
  const session = await ask(id);
  await keep(into, session);
  return session;
};

const PATIENCE_MS = 3000;
/** For whoever goes on at once: the server's word if it comes soon, else what is known. */
export const readSoon = (id: string): Promise<CachedSession> => {
  const known = inCache(id);
  if (!known) return read(id);
  const tired = new Promise<CachedSession>((resolve) => setTimeout(resolve, PATIENCE_MS, known));
  return Promise.race([read(id).catch(() => known), tired]);
};

export const useOpened = (id: string, isWanted: boolean): Load<CachedSession | null> => {
  const load = useLoad(async () => (isWanted ? read(id) : null), [id, isWanted, receipts.value[id]]);
  const known = inCache(id);
  const isNewer = known && (!load.data || load.data.version <= known.version);
  useEffect(() => {
    if (isWanted && known && load.data && known.version > load.data.version) load.reload();
  }, [known?.version]);
  return { ...load, data: (isNewer ? known : load.data) ?? null };
};
