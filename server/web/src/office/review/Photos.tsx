// The photos of a session, beside its facts; one of them large without leaving the queue.
import { useState } from 'preact/hooks';
import type { SessionDetail } from '../../api/types';
import { Button, Dialog } from '../../ui';
import { t } from './i18n';
import { photoHref } from './details';

export const Photos = ({ session: { id, photos } }: { session: SessionDetail }) => {
  const [shown, setShown] = useState<number | null>(null);
  const large = shown === null ? undefined : photos[shown];
  const step = (by: 1 | -1) => setShown(((shown ?? 0) + by + photos.length) % photos.length);
  return (
    <>
      <ul class="session-photos" aria-label={t('panel.photos')}>
        {photos.map((photo, at) => (
          <li key={photo}>
            <button type="button" onClick={() => setShown(at)}>
              <img src={photoHref(id, photo)} alt={t('panel.photo', { n: at + 1 })} loading="lazy" />
            </button>
          </li>
        ))}
      </ul>
      {large && shown !== null && (
        <Dialog
          open
          onClose={() => setShown(null)}
          title={t('panel.photo_of', { n: shown + 1, of: photos.length })}
          actions={
            photos.length > 1 && (
              <>
                <Button icon="chevron-left" onClick={() => step(-1)}>
                  {t('panel.photo_before')}
                </Button>
                <Button iconAfter="chevron-right" onClick={() => step(1)}>
                  {t('panel.photo_next')}
                </Button>
              </>
            )
          }
        >
          <img class="photo-large" src={photoHref(id, large)} alt={t('panel.photo_of', { n: shown + 1, of: photos.length })} />
        </Dialog>
      )}
    </>
  );
};
