// P7: my sessions, newest first, by month; what is only on this phone stands before them.
import { useEffect, useState } from 'preact/hooks';
import { api, ok } from '../../api/client';
import type { Session } from '../../api/types';
import { today } from '../../data/clock';
import { usePages } from '../../data/usePages';
import { period } from '../../i18n/formats';
import { sentence } from '../../i18n/text';
import { place, setQuery } from '../../router';
import { Button, Choice, EmptyState, Loading, Section } from '../../ui';
import { t } from '../i18n';
import { sending, unsent, waiting } from '../outbox/outbox';
import { sendAll } from '../outbox/send';
import { RECORD, SAVE_WORK } from '../paths';
import { Failed } from '../shell/Failed';
import { Page } from '../shell/Page';
import type { CachedSession } from '../store/schema';
import { byMonth } from './months';
import { own } from './own';
import { heardAt, pullChanges, pullFailure } from './pull';
import { SessionRow, UnsentRow } from './Row';
import { WhyWaiting } from './WhyWaiting';
import { whenSaid } from './words';
import { tOwn } from './texts';

const FILTERS = ['all', 'unsent', 'returned', 'pending', 'approved'] as const;
type Filter = (typeof FILTERS)[number];
type State = Exclude<Filter, 'all' | 'unsent'>;
const isFilter = (value: string | null): value is Filter => FILTERS.some((filter) => filter === value);

/** The phone keeps twelve months. */
const kept = (): string => `${Number(today().slice(0, 4)) - 1}${today().slice(4)}`;

const OnThisPhone = () => (
  <Section
    title={t('unsent.title')}
    aside={
      waiting().length > 0 && (
        <Button kind="quiet" icon="refresh" busy={sending.value.length > 0} onClick={() => void sendAll(true)}>
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
    <WhyWaiting />
    <Button kind="quiet" wide href={SAVE_WORK}>
      {t('unsent.save')}
    </Button>
  </Section>
);

const Rows = ({ sessions }: { sessions: readonly (Session | CachedSession)[] }) => (
  <>
    {byMonth(sessions).map(({ month, items }) => (
      <Section key={month} title={sentence(period(month))}>
        <ul class="card card-tight rows">
          {items.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </ul>
      </Section>
    ))}
  </>
);

/** What lies further back than the phone keeps: asked for by hand, a page at a time. */
const Older = ({ filter, known }: { filter: State | null; known: readonly { id: string }[] }) => {
  const { items, hasMore, loading, failure, more, reload } = usePages<Session>(
    (cursor) => ok(api.GET('/api/v1/sessions', { params: { query: { mine: 'true', to: kept(), ...(filter && { state: filter }), ...(cursor && { cursor }) } } })),
    [filter],
  );
  const found = (items ?? []).filter(({ id }) => !known.some((one) => one.id === id));
  return (
    <>
      <Rows sessions={found} />
      {failure !== null ? <Failed why={failure} onRetry={items ? more : reload} /> : loading && <Loading />}
      {items && !loading && found.length === 0 && <p class="quiet centred">{tOwn('list.no_older')}</p>}
      {hasMore && (
        <Button wide busy={loading} onClick={more}>
          {t('action.more')}
        </Button>
      )}
    </>
  );
};

const Sent = ({ filter }: { filter: State | null }) => {
  const [older, setOlder] = useState(false);
  const all = own.value.filter(({ state }) => filter === null || state === filter);
  const isUnheard = heardAt.value === null && own.value.length === 0;
  if (isUnheard) return pullFailure.value ? <Failed why={pullFailure.value} onRetry={() => void pullChanges()} /> : <Loading />;
  return (
    <>
      <Rows sessions={all} />
      {all.length === 0 && !older && !(filter === null && unsent.value.length > 0) && <Nothing filter={filter ?? 'all'} />}
      {pullFailure.value !== null && heardAt.value !== null && <p class="quiet small">{tOwn('list.as_of', { when: whenSaid(heardAt.value) })}</p>}
      {older ? (
        <Older filter={filter} known={all} />
      ) : (
        <Button kind="quiet" wide onClick={() => setOlder(true)}>
          {tOwn('list.older')}
        </Button>
      )}
    </>
  );
};

const Nothing = ({ filter }: { filter: Filter }) => (
  <EmptyState icon="list" title={tOwn(`list.none_${filter}`)} action={filter === 'all' && <Button kind="primary" href={RECORD}>{t('home.record')}</Button>} />
);

export const ListScreen = () => {
  useEffect(() => void pullChanges(), []);
  const wanted = place.value.query.get('loc');
  const filter = isFilter(wanted) ? wanted : 'all';
  return (
    <Page title={tOwn('list.title')}>
      <div class="stack">
        <div class="filters">
          <Choice<Filter>
            id="filter"
            legend={tOwn('list.filter')}
            legendHidden
            value={filter}
            onValue={(chosen) => setQuery({ loc: chosen === 'all' ? null : chosen })}
            options={FILTERS.map((value) => ({ value, label: tOwn(`list.${value}`) }))}
          />
        </div>
        {(filter === 'all' || filter === 'unsent') && unsent.value.length > 0 && <OnThisPhone />}
        {filter === 'unsent' ? unsent.value.length === 0 && <Nothing filter={filter} /> : <Sent key={filter} filter={filter === 'all' ? null : filter} />}
      </div>
    </Page>
  );
};
