// What happened to a session, newest first, with what each change changed. Read when asked for.
import { useState } from 'preact/hooks';
import { api, ok } from '../../api/client';
import type { Revision } from '../../api/types';
import { instant } from '../../i18n/formats';
import { hrefWith } from '../../router';
import { Icon } from '../../ui';
import { t } from './i18n';
import { Loaded } from '../Loaded';
import { useLoad } from '../../data/useLoad';
import { telling } from './facts';
import { ReviewWords } from './ReviewWords';
import { Value } from './Value';
import { fieldName } from './words';

export const Entry = ({ entry }: { entry: Revision }) => (
  <li>
    <strong>{t(`history.${entry.action}`)}</strong>
    <span class="quiet small">
      {' '}
      {entry.by.name} · {instant(entry.at)}
    </span>
    <ReviewWords review={entry} />
    {entry.other_id && (
      <p>
        <a href={hrefWith({ session: entry.other_id })}>{t('merged.other')}</a>
      </p>
    )}
    {entry.action !== 'recorded' &&
      telling(entry.changes).map(({ field, from, to }) => (
        <p key={field} class="small">
          {fieldName(field)}: <Value field={field} value={from} /> → <Value field={field} value={to} />
        </p>
      ))}
  </li>
);

/** Newest first. */
export const readHistory = async (id: string): Promise<Revision[]> => {
  const { items } = await ok(api.GET('/api/v1/sessions/{session_id}/history', { params: { path: { session_id: id } } }));
  return items.sort((a, b) => b.version - a.version);
};

const Entries = ({ id }: { id: string }) => {
  const load = useLoad(() => readHistory(id), [id]);
  return (
    <Loaded load={load}>
      {(entries) => (
        <ol class="history">
          {entries.map((entry) => (
            <Entry key={entry.version} entry={entry} />
          ))}
        </ol>
      )}
    </Loaded>
  );
};

export const History = ({ id }: { id: string }) => {
  const [open, setOpen] = useState(false);
  return (
    <div>
      <button type="button" class="text-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('panel.history')}
        <Icon name={open ? 'chevron-up' : 'chevron-down'} size={16} />
      </button>
      {open && <Entries id={id} />}
    </div>
  );
};
