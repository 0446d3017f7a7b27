// The photos of a session: those still on this phone, and those that the server has.
import { useState } from 'preact/hooks';
import { useLoad } from '../../data/useLoad';
import { t } from '../i18n';
import { photos } from '../outbox/photos';
import { store } from '../store/open';
import { Thumbnail } from './Thumbnail';

const Remote = ({ sessionId, id, n }: { sessionId: string; id: string; n: number }) => {
  const [isMissing, setMissing] = useState(false);
  const address = `/api/v1/sessions/${sessionId}/photos/${id}`;
  if (isMissing) return <p class="hint">{t('photos.needs_signal')}</p>;
  return (
    <a href={address} target="_blank" rel="noreferrer">
      <img class="photo" src={address} alt={t('photos.one', { n })} loading="lazy" onError={() => setMissing(true)} />
    </a>
  );
};

/** `there`: the ids that the server named; leave it out for a session that only this phone has. */
export const Photos = ({ sessionId, there = [] }: { sessionId: string; there?: readonly string[] }) => {
  const { data } = useLoad(async () => (await store.value?.photos.list(sessionId)) ?? [], [sessionId, photos.value]);
  const here = (data ?? []).filter(({ id }) => !there.includes(id));
  if (here.length + there.length === 0) return null;
  return (
    <ul class="photos" aria-label={t('photos.title')}>
      {there.map((id, at) => (
        <li key={id}>
          <Remote sessionId={sessionId} id={id} n={at + 1} />
        </li>
      ))}
      {here.map(({ id, blob }, at) => (
        <li key={id}>
          <Thumbnail blob={blob} label={t('photos.one', { n: there.length + at + 1 })} />
        </li>
      ))}
    </ul>
  );
};
