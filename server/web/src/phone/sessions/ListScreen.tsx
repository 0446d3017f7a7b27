// P7: my sessions, newest first, by month; what is only on this phone stands before them.
import { useEffect, useState } from 'preact/hooks';
import { api, ok, problemText } from '../../api/client';
import type { ReviewState, Session } from '../../api/types';
import { period } from '../../i18n/formats';
import { place, setQuery } from '../../router';
import { Button, Choice, EmptyState, Loading, Section } from '../../ui';
import { t } from '../i18n';
import { receipts, sendAll, sending, unsent, waiting } from '../outbox/outbox';
import { RECORD } from '../paths';
import { Failed } from '../shell/Failed';
import { Page } from '../shell/Page';
import { byMonth, sentence } from './months';
import { SessionRow, UnsentRow } from './Row';

const FILTERS = ['all', 'unsent', 'returned', 'pending', 'approved'] as const;
type Filter = (typeof FILTERS)[number];
const isFilter = (value: string | null): value is Filter => FILTERS.some((filter) => filter === value);

const PAGE = 20;
type Pages = { items: Session[]; next: string | null };

const read = async (filter: Filter, cursor: string | null): Promise<Pages> => {
  const state: { state?: ReviewState } = filter === 'all' || filter === 'unsent' ? {} : { state: filter };
  const query = { mine: 'true' as const, limit: PAGE, ...state, ...(cursor ? { cursor } : {}) };
  const page = await ok(api.GET('/api/v1/sessions', { params: { query } }));
  return { items: page.items, next: page.next_cursor };
};

const usePages = (filter: Filter) => {
  const [pages, setPages] = useState<Pages | null>(null);
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);
  const load = (before: Pages | null) => {
    if (filter === 'unsent') return;
    setBusy(true);
    setFailure('');
    read(filter, before?.next ?? null)
      .then(
        (page) => setPages({ items: [...(before?.items ?? []), ...page.items], next: page.next }),
        (thrown: unknown) => setFailure(problemText(thrown)),
      )
      .finally(() => setBusy(false));
  };
  useEffect(() => load(null), [filter, receipts.value]);
  return { pages, failure, busy, more: () => load(pages), again: () => load(null) };
};

const OnThisPhone = () => (
  <Section
    title={t('unsent.title')}
    aside={
      waiting().length > 0 && (
        <Button kind="quiet" icon="refresh" busy={sending.value !== null} onClick={() => void sendAll()}>
          {t('action.resubmit')}
        </Button>
      )
    }
  >
    <ul class="card card-tight rows">
      {unsent.value.map((item) => (
        <UnsentRow key={item.id} item={item} />
      ))}
    </ul>
  </Section>
);

const Sent = ({ filter }: { filter: Filter }) => {
  const { pages, failure, busy, more, again } = usePages(filter);
  if (!pages && failure) return <Failed why={failure} onRetry={again} />;
  if (!pages) return <Loading />;
  if (pages.items.length === 0) return filter === 'all' && unsent.value.length > 0 ? null : <Nothing filter={filter} />;
  return (
    <>
      {byMonth(pages.items).map(({ month, items }) => (
        <Section key={month} title={sentence(period(month))}>
          <ul class="card card-tight rows">
            {items.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </ul>
        </Section>
      ))}
      {failure && <p role="alert">{failure}</p>}
      {pages.next && (
        <Button wide busy={busy} onClick={more}>
          {t('action.more')}
        </Button>
      )}
    </>
  );
};

const Nothing = ({ filter }: { filter: Filter }) => (
  <EmptyState icon="list" title={t(`list.none_${filter}`)} action={filter === 'all' && <Button kind="primary" href={RECORD}>{t('home.record')}</Button>} />
);

export const ListScreen = () => {
  const wanted = place.value.query.get('loc');
  const filter = isFilter(wanted) ? wanted : 'all';
  return (
    <Page title={t('list.title')}>
      <div class="stack">
        <div class="filters">
          <Choice<Filter>
          id="filter"
          legend={t('list.filter')}
          legendHidden
          value={filter}
          onValue={(chosen) => setQuery({ loc: chosen === 'all' ? null : chosen })}
          options={FILTERS.map((value) => ({ value, label: t(`list.${value}`) }))}
        />
        </div>
        {(filter === 'all' || filter === 'unsent') && unsent.value.length > 0 && <OnThisPhone />}
        {filter === 'unsent' ? unsent.value.length === 0 && <Nothing filter={filter} /> : <Sent key={filter} filter={filter} />}
      </div>
    </Page>
  );
};
