// What has become of a session's photos: how many the server still lacks, and why one was refused.
import { Button, Notice } from '../../ui';
import { t } from '../i18n';
import { photos, readPhotos } from '../outbox/photos';
import { store } from '../store/open';
import type { Photo } from '../store/schema';

type Shown = { id: string; photos?: readonly string[] };

const of = (id: string, state: Photo['state']): Photo[] => photos.value.filter((photo) => photo.session_id === id && photo.state === state);

/** "Thiếu ảnh 1/2"; null once all are there. */
export const photosMissing = (session: Shown): string | null => {
  const waiting = of(session.id, 'waiting').filter(({ id }) => !session.photos?.includes(id)).length;
  return waiting === 0 ? null : t('photos.missing', { n: waiting, all: waiting + (session.photos?.length ?? 0) });
};

const remove = async (photo: Photo): Promise<void> => {
  const from = store.value;
  await from?.photos.remove(photo.id);
  if (from) await readPhotos(from);
};

export const PhotosState = ({ session }: { session: Shown }) => {
  const missing = photosMissing(session);
  return (
    <>
      {missing && (
        <Notice tone="pending" icon="camera" title={missing}>
          {t('photos.missing_help')}
        </Notice>
      )}
      {of(session.id, 'refused').map((photo) => (
        <Notice
          key={photo.id}
          tone="returned"
          icon="camera"
          title={t('photos.refused')}
          action={
            <Button kind="quiet" onClick={() => void remove(photo)}>
              {t('photos.drop')}
            </Button>
          }
        >
          {photo.why}
        </Notice>
      ))}
    </>
  );
};
