import { api, ok } from '../../api/client';
import type { Found } from '../../api/types';
import { useLoad } from '../../data/useLoad';
import { useRested } from '../useRested';
import { AT_MOST, SHORTEST } from './results';

const REST_MS = 150;

/** What is found for what is typed; `items` is null while there is nothing to say yet. */
export const useFind = (typed: string): { items: Found[] | null; loading: boolean; failed: boolean } => {
  const q = typed.trim();
  const wanted = useRested(q, REST_MS);
  const load = useLoad(async () => {
    const items = wanted.length < SHORTEST ? null : (await ok(api.GET('/api/v1/search', { params: { query: { q: wanted, limit: AT_MOST } } }))).items;
    return { q: wanted, items };
  }, [wanted]);
  const isThere = load.data?.q === q;
  return { items: load.data?.items ?? null, loading: q.length >= SHORTEST && !isThere, failed: load.failure !== null && !load.loading };
};
