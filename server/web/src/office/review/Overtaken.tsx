// Another one was faster: what they decided or changed, in the words of the form, since the version
// that this officer had seen.
import { Notice } from '../../ui';
import { useLoad } from '../../data/useLoad';
import { t } from './i18n';
import { Entry, readHistory } from './History';

export const Overtaken = ({ id, seen }: { id: string; seen: number }) => {
  const load = useLoad(() => readHistory(id), [id, seen]);
  const since = load.data?.filter(({ version }) => version > seen) ?? [];
  return (
    <div role="status">
      <Notice tone="returned" icon="warning" title={t('panel.stale')}>
        {since.length > 0 && (
          <ol class="overtaken">
            {since.map((entry) => (
              <Entry key={entry.version} entry={entry} />
            ))}
          </ol>
        )}
      </Notice>
    </div>
  );
};
