import type { Store } from '../store/open';

/** At people's homes nothing is photographed, whatever was chosen before. */
export const dropPhotos = async (store: Store, sessionId: string): Promise<void> => {
  const kept = await store.photos.list(sessionId);
  await Promise.all(kept.filter(({ state }) => state === 'draft').map(({ id }) => store.photos.remove(id)));
};
