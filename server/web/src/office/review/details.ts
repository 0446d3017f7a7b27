// Sessions read in full, a moment before they are opened: whoever decides on fifty in a row should
// not wait fifty times. A decision names the version that was seen, so an old reading harms nobody.
import { api, ok } from '../../api/client';
import type { SessionDetail } from '../../api/types';
import { useLoad, type Load } from '../../data/useLoad';

const FRESH_MS = 60_000;

/** `isPassed`: another that it shows beside it has changed since; it may be looked at while it is read anew. */
type Kept = { readAtMs: number; reading: Promise<SessionDetail>; detail: SessionDetail | null; isPassed: boolean };
const kept = new Map<string, Kept>();

const fresh = (id: string): Kept | undefined => {
  const found = kept.get(id);
  return found && Date.now() - found.readAtMs < FRESH_MS ? found : undefined;
};

const read = (id: string): Promise<SessionDetail> => {
  const reading = ok(api.GET('/api/v1/sessions/{session_id}', { params: { path: { session_id: id } } }));
  const entry: Kept = { readAtMs: Date.now(), reading, detail: kept.get(id)?.detail ?? null, isPassed: false };
  kept.set(id, entry);
  reading.then(
    (detail) => (entry.detail = detail),
    () => kept.delete(id),
  );
  return reading;
};

export const forget = (id: string): void => {
  kept.delete(id);
  for (const one of kept.values()) one.isPassed ||= !one.detail || one.detail.similar.some((other) => other.id === id);
};

export const photoHref = (session: string, photo: string): string => `/api/v1/sessions/${session}/photos/${photo}`;

const seePhotos = ({ id, photos }: SessionDetail): void => photos.forEach((photo) => void (new Image().src = photoHref(id, photo)));

/** Also throws away what has grown old. */
export const prefetch = (ids: readonly (string | null)[]): void => {
  [...kept.keys()].filter((id) => !fresh(id)).forEach((id) => kept.delete(id));
  for (const id of ids) if (id && (fresh(id)?.isPassed ?? true)) void read(id).then(seePhotos, () => null);
};

/** The version that the list shows, and whether what was read before will do. */
export type Listed = { version: number | null; mayBeKept: boolean };

/** What was read before, unless the list has heard of a newer version, or of none. */
const known = (id: string, { version, mayBeKept }: Listed): Kept | undefined => {
  if (version === null || !mayBeKept) return undefined;
  const found = fresh(id);
  return found?.detail && found.detail.version < version ? undefined : found;
};

/** The session of an id: at once when it was read before. Reloading asks the server. */
export const useDetail = (id: string, listed: Listed): Load<SessionDetail> => {
  const look = () => {
    const found = known(id, listed);
    return found && !found.isPassed ? found.reading : read(id);
  };
  const load = useLoad(look, [id, listed.version]);
  const data = load.data?.id === id ? load.data : (known(id, listed)?.detail ?? null);
  const reload = () => {
    forget(id);
    load.reload();
  };
  return { ...load, data, failure: data ? null : load.failure, reload };
};
