// Only what one file brought in: said above the list, and taken off again.
import { setQuery } from '../../router';
import { useLoad } from '../../data/useLoad';
import { Icon } from '../../ui';
import { read } from '../imports/batches';
import { t } from './i18n';

export const FromFile = ({ id }: { id: string }) => {
  const { data, failure } = useLoad(() => read(id), [id]);
  // Of another's file the name may be out of reach; its sessions are not.
  if (!data && !failure) return null;
  return (
    <p class="queue-file">
      <button type="button" class="chip tone-plain" onClick={() => setQuery({ batch: null, session: null })}>
        <Icon name="upload" size={16} />
        <span>{data ? t('review.file', { file: data.file_name }) : t('review.any_file')}</span>
        <Icon name="close" size={16} label={t('review.clear_file')} />
      </button>
    </p>
  );
};
