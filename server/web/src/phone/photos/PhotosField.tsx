// In the form: up to two photos of the session, never asked for, never of anybody's papers.
import { useState } from 'preact/hooks';
import { useLoad } from '../../data/useLoad';
import { Button, Checkbox, Icon, Notice, type IconName } from '../../ui';
import { HOME_VISIT } from '../form/form';
import type { Editing } from '../form/useForm';
import type { Store } from '../store/open';
import { keepPhoto, MOST_PHOTOS, type Trouble } from './keep';
import { t } from './texts';
import { Thumbnail } from './Thumbnail';

type FileProps = { icon: IconName; label: string; camera?: boolean; disabled: boolean; onFiles: (files: File[]) => void };

const FileButton = ({ icon, label, camera, disabled, onFiles }: FileProps) => (
  <label class="file-button">
    <input
      type="file"
      accept="image/*"
      multiple={!camera}
      capture={camera ? 'environment' : undefined}
      disabled={disabled}
      onChange={(event) => {
        onFiles([...(event.currentTarget.files ?? [])]);
        // The same file may be chosen again.
        event.currentTarget.value = '';
      }}
    />
    <span class="button button-secondary">
      <Icon name={icon} size={20} />
      {label}
    </span>
  </label>
);

type Props = { id: string; editing: Editing; store: Store };

export const PhotosField = ({ id, editing, store }: Props) => {
  const { data, reload } = useLoad(() => store.photos.list(id), [id]);
  const [wanted, setWanted] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const kept = data ?? [];
  if (editing.form.type === HOME_VISIT) {
    return <p class="hint">{kept.length > 0 ? t('photos.not_at_home_kept', { n: kept.length }) : t('photos.not_at_home')}</p>;
  }
  const add = async (files: File[]) => {
    setBusy(true);
    setTrouble(null);
    for (const file of files.slice(0, MOST_PHOTOS - kept.length)) {
      const why = await keepPhoto(store, id, file);
      if (why) setTrouble(why);
    }
    // The photos hang on the draft: it is there from now on.
    editing.set({});
    reload();
    setBusy(false);
  };
  const remove = (photoId: string) => void store.photos.remove(photoId).then(reload);
  const isOpen = wanted || kept.length > 0;
  return (
    <div class="stack-tight">
      <Checkbox id="photos" label={t('photos.attach')} checked={isOpen} disabled={kept.length > 0} onValue={setWanted} />
      {isOpen && (
        <>
          <Notice tone="plain" icon="info" title={t('photos.consent')}>
            {t('photos.never')}
          </Notice>
          {kept.length > 0 && (
            <ul class="photos">
              {kept.map(({ id: photoId, blob }, at) => (
                <li key={photoId}>
                  <Thumbnail blob={blob} label={t('photos.one', { n: at + 1 })} />
                  <Button kind="quiet" icon="trash" label={t('photos.remove_one', { n: at + 1 })} onClick={() => remove(photoId)}>
                    {t('photos.remove')}
                  </Button>
                </li>
              ))}
            </ul>
          )}
          {kept.length < MOST_PHOTOS && (
            <div class="file-buttons">
              <FileButton camera icon="camera" label={t('photos.take')} disabled={busy} onFiles={(files) => void add(files)} />
              <FileButton icon="plus" label={t('photos.choose')} disabled={busy} onFiles={(files) => void add(files)} />
            </div>
          )}
          <p class="hint" role="status">
            {busy ? t('photos.busy') : kept.length >= MOST_PHOTOS ? t('photos.enough') : ''}
          </p>
          {trouble && <Notice tone="returned" icon="warning" title={t(`photos.${trouble}`)} live />}
        </>
      )}
    </div>
  );
};
