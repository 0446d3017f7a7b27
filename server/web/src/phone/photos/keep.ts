// Photos of a session that is being written: made small, kept beside its draft.
import { now } from '../../data/clock';
import { newUuid } from '../../data/uuid';
import type { Store } from '../store/open';
import { isFull } from '../store/photos';
import type { Photo } from '../store/schema';
import { shrink } from './shrink';

export const MOST_PHOTOS = 2;

export type Trouble = 'unreadable' | 'full';

/** Null when it is kept; else why not. */
export const keepPhoto = async (store: Store, sessionId: string, file: Blob): Promise<Trouble | null> => {
  const blob = await shrink(file).catch(() => null);
  if (!blob) return 'unreadable';
  const photo: Photo = { id: newUuid(), session_id: sessionId, blob, state: 'draft', why: null, addedAt: now().toISOString() };
  try {
    await store.photos.add(photo);
    return null;
  } catch (thrown) {
    if (isFull(thrown)) return 'full';
    throw thrown;
  }
};
