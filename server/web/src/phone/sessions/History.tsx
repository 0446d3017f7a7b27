import { api, ok } from '../../api/client';
import { Section } from '../../ui';
import { t } from '../i18n';
import { realChanges } from '../../data/changes';
import { useLoad } from '../../data/useLoad';
import { changeText, entryText, entryTime } from './changes';
import { quoted, reasonsText } from './words';

export const History = ({ id, version }: { id: string; version: number }) => {
  const { data } = useLoad(() => ok(api.GET('/api/v1/sessions/{session_id}/history', { params: { path: { session_id: id } } })), [id, version]);
  if (!data) return null;
  return (
    <Section title={t('detail.history')}>
      <ol class="card card-tight history">
        {data.items.map((entry) => (
          <li key={entry.version}>
            <p>{entryText(entry)}</p>
            {entry.comment && <p>{quoted(entry.comment)}</p>}
            {entry.reasons.length > 0 && <p class="small">{reasonsText(entry.reasons)}</p>}
            {realChanges(entry.changes).map((change) => (
              <p class="small" key={change.field}>
                {changeText(change)}
              </p>
            ))}
            <p class="quiet small">{entryTime(entry)}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
};
