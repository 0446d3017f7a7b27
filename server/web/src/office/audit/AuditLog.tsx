// D15: the log in words, newest first.
import { api, ok } from '../../api/client';
import type { LogEntry } from '../../api/types';
import { instant } from '../../i18n/formats';
import { EmptyState } from '../../ui';
import { t } from '../i18n';
import { Paged } from '../Paged';
import { usePages } from '../../data/usePages';
import { hrefOfObject, inWords, shownDetails } from './words';

const Entry = ({ entry }: { entry: LogEntry }) => {
  const details = shownDetails(entry.details);
  const href = hrefOfObject(entry);
  return (
    <li>
      <strong>{entry.actor?.name ?? t('audit.somebody')}</strong> {inWords(entry)}
      <span class="quiet small part log-time">{instant(entry.at)}</span>
      {href && (
        <a class="small log-see" href={href}>
          {t('audit.see')}
        </a>
      )}
      {details.length > 0 && (
        <details>
          <summary class="small">{t('audit.more')}</summary>
          <dl class="small">
            {details.map(([name, value]) => (
              <div key={name}>
                <dt class="quiet">{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </li>
  );
};

export const AuditLog = () => {
  const pages = usePages<LogEntry>((cursor) => ok(api.GET('/api/v1/audit', { params: { query: { ...(cursor && { cursor }) } } })), []);
  return (
    <>
      <div class="page-head">
        <div>
          <h1>{t('audit.title')}</h1>
          <p class="quiet">{t('audit.lead')}</p>
        </div>
      </div>
      <Paged pages={pages} empty={<EmptyState icon="list" title={t('audit.empty')} />}>
        {(entries) => (
          <ol class="card card-tight log">
            {entries.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ol>
        )}
      </Paged>
    </>
  );
};
