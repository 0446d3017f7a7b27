// P7: my sessions, newest first, by month; what is only on this phone stands before them.
import { useEffect, useRef } from 'preact/hooks';
import { api, ok, problemText } from '../../api/client';
import type { Session } from '../../api/types';
import { usePages } from '../../data/usePages';
import { period } from '../../i18n/formats';
import { sentence } from '../../i18n/text';
import { place, setQuery } from '../../router';
import { Button, Choice, EmptyState, Loading, Section } from '../../ui';
import { t } from '../i18n';
import { receipts, sendAll, sending, unsent, waiting } from '../outbox/outbox';
import { RECORD } from '../paths';
import { Failed } from '../shell/Failed';
import { Page } from '../shell/Page';
import { useOnline } from '../../data/useOnline';
import { byMonth } from './months';
import { since, withReceived, type Receipts } from './received';
import { remember } from './recent';
import { SessionRow, UnsentRow } from './Row';

const FILTERS = ['all', 'unsent', 'returned', 'pending', 'approved'] as const;
type Filter = (typeof FILTERS)[number];
const isFilter = (value: string | null): value is Filter => FILTERS.some((filter) => filter === value);

const PAGE = 20;

const read = (filter: Filter, cursor: string | undefined) => {
  const state = filter === 'all' || filter === 'unsent' ? {} : { state: filter };
  return ok(api.GET('/api/v1/sessions', { params: { query: { mine: 'true', limit: PAGE, ...state, ...(cursor && { cursor }) } } }));
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
  // The receipts that the rows on screen were read with.
  const known = useRef<Receipts>({});
  const { items, hasMore, loading, failure, more, reload } = usePages<Session>(async (cursor) => {
    const asked = receipts.peek();
    const page = await read(filter, cursor);
    if (!cursor) known.current = asked;
    remember(page.items);
    return page;
  }, [filter]);
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) reload();
    isFirst.current = false;
  }, [receipts.value]);
  useOnline(reload);
  const received = since(receipts.value, known.current).filter(({ state }) => filter === 'all' || state === filter);
  const all = withReceived(items ?? [], received);
  if (items === null && all.length === 0) return failure ? <Failed why={failure} onRetry={reload} /> : <Loading />;
  if (all.length === 0) return filter === 'all' && unsent.value.length > 0 ? null : <Nothing filter={filter} />;
  return (
    <>
      {byMonth(all).map(({ month, items }) => (
        <Section key={month} title={sentence(period(month))}>
          <ul class="card card-tight rows">
            {items.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </ul>
        </Section>
      ))}
      {failure !== null && <p role="alert">{problemText(failure)}</p>}
      {items === null && loading && <Loading />}
      {hasMore && (
        <Button wide busy={loading} onClick={more}>
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
