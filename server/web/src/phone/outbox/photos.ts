// Photos go apart from their session and after it, one by one. What becomes of a photo never
// disturbs the session: a refused one says why, any other comes again.
import { signal } from '@preact/signals';
import { me } from '../../account/account';
import { api, isProblem, okIf, problemText, signedOut, within } from '../../api/client';
import { cached } from '../sessions/cached';
import { store, type Store } from '../store/open';
import type { Photo } from '../store/schema';
import { delayAfter } from './backoff';
import { oneEach } from './oneEach';
import { unsent } from './outbox';
import { alone, tell } from './tabs';

/** Those on this phone, drafts' too. */
export const photos = signal<readonly Photo[]>([]);

export const readPhotos = async (from: Store): Promise<void> => {
  const all = await from.photos.all();
  if (store.value === from) photos.value = all;
};

const LONGEST_MS = 120_000;

const put = ({ id, session_id, blob }: Photo): Promise<unknown> =>
  okIf(
    api.PUT('/api/v1/sessions/{session_id}/photos/{photo_id}', {
      params: { path: { session_id, photo_id: id } },
      headers: { 'Content-Type': blob.type },
      body: '',
      bodySerializer: () => blob,
      fetch: within(LONGEST_MS),
    }),
    // A 200 alone is no receipt: a captive portal gives one too.
    (answer) => answer.id === id,
  );

const LATER = [401, 408, 425, 429];
/** Pure: whether the server has looked at the photo and will not have it. */
export const isRefusal = (failure: unknown): boolean =>
  isProblem(failure) &&
  failure.code !== 'network' &&
  !failure.retryable &&
  failure.status >= 400 &&
  failure.status < 500 &&
  !LATER.includes(failure.status) &&
  !['csrf_failed', 'secret_must_change', 'wrong_user'].includes(failure.code);

/** True when it is done with; false when it is to come again. */
const send = async (from: Store, photo: Photo): Promise<boolean> => {
  try {
    await put(photo);
    await from.photos.remove(photo.id);
    return true;
  } catch (failure) {
    if (!isRefusal(failure)) return false;
    await from.photos.update({ ...photo, state: 'refused', why: problemText(failure) });
    return true;
  }
};

/** Those whose session the server has. */
const ready = async (from: Store): Promise<Photo[]> => {
  const [all, left] = await Promise.all([from.photos.all(), from.unsent.list()]);
  return all.filter(({ state, session_id }) => state === 'waiting' && !left.some(({ id }) => id === session_id));
};

let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

const run = async (from: Store): Promise<void> => {
  let failed = false;
  for (const photo of await ready(from)) {
    if (store.value !== from || signedOut.value) return;
    if (!(await send(from, photo))) failed = true;
    await readPhotos(from);
  }
  clearTimeout(timer);
  failures = failed ? failures + 1 : 0;
  if (failed) timer = setTimeout(() => void sendPhotos(), delayAfter(failures));
};

const running = oneEach(async (from) => {
  const person = me.peek()?.user.id;
  await readPhotos(from);
  if (person === undefined || store.value !== from || photos.value.length === 0) return;
  await alone(`photos-${person}`, () => run(from));
  tell(person);
});

export const sendPhotos = (): Promise<void> => {
  const from = store.value;
  return from && me.value && !signedOut.value ? running(from).catch(() => {}) : Promise.resolve();
};

const DAY_MS = 86_400_000;
/** What nobody will ever send or see: of a draft that is gone, of a session that this phone forgot. */
export const sweepPhotos = async (from: Store): Promise<void> => {
  const drafts = await from.drafts.all();
  for (const { id, session_id, state, addedAt } of await from.photos.all()) {
    const isYoung = Math.abs(Date.now() - new Date(addedAt).getTime()) < DAY_MS;
    const hasDraft = drafts.some((draft) => draft.id === session_id);
    const isKnown = [...unsent.peek(), ...cached.peek()].some((session) => session.id === session_id);
    if ((state === 'draft' && !hasDraft && !isYoung) || (state === 'refused' && !isKnown)) await from.photos.remove(id);
  }
};
