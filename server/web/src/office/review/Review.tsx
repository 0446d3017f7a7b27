// D2: the queue of sessions, and one of them opened beside it.
import { useEffect, useState } from 'preact/hooks';
import { api, ok } from '../../api/client';
import type { Session } from '../../api/types';
import { place, setQuery } from '../../router';
import { Button, EmptyState, Notice } from '../../ui';
import { loadCatalogue } from '../../data/catalogue';
import { t } from '../i18n';
import { Paged } from '../Paged';
import { filters, today } from '../shell/current';
import { Filters } from '../shell/Filters';
import { hrefOf } from '../shell/pages';
import { useVisible } from '../shell/useVisible';
import { usePages } from '../../data/usePages';
import { useWide } from '../useWide';
import { Bulk } from './Bulk';
import { neighbour } from './facts';
import { FindReceipt, Queues } from './Find';
import { Head } from './Head';
import { Panel } from './Panel';
import { Queue } from './Queue';
import { isToDecide, queueNamed, stays, whichOf, type QueueName } from './queues';
import { useKeys } from './useKeys';
import { countWork } from '../desk/work';

const hasPeriod = (): boolean => place.value.query.has('period') || place.value.query.has('from');
const ONE_PAGE = 100;
const ANY_DATE = { period: null, from: null, to: null, basis: null };

const read = (queue: QueueName, receipt: string, cursor?: string) => {
  const { days, unit } = filters.value;
  return ok(
    api.GET('/api/v1/sessions', {
      params: {
        query: {
          ...(unit !== null && { unit }),
          ...(receipt ? { receipt } : whichOf(queue)),
          ...(!receipt && hasPeriod() && days),
          ...(cursor && { cursor }),
          limit: ONE_PAGE,
        },
      },
    }),
  );
};

export const Review = () => {
  const queue = queueNamed(place.value.query.get('queue'));
  const { unit } = filters.value;
  const receipt = place.value.query.get('receipt') ?? '';
  const opened = place.value.query.get('session');
  const pages = usePages<Session>((cursor) => read(queue, receipt, cursor), [queue, receipt, unit, JSON.stringify(filters.value.days), hasPeriod()]);
  const [chosen, setChosen] = useState<string[]>([]);
  const [done, setDone] = useState('');
  const isWide = useWide(1100);
  const items = pages.items ?? [];
  const ids = items.map(({ id }) => id);

  useEffect(() => void loadCatalogue(), []);
  useEffect(() => setChosen([]), [queue, receipt, unit]);
  // On a wide screen there is always one open beside the list; on a phone it would hide it.
  useEffect(() => {
    if (isWide && !opened && ids[0]) setQuery({ session: ids[0] });
  }, [isWide, opened, pages.items]);

  const open = (id: string | null) => setQuery({ session: id }, { replace: isWide });
  const step = (by: 1 | -1) => {
    const next = opened ? neighbour(ids, opened, by) : ids[0];
    if (next) open(next);
  };
  // Others decide and send meanwhile. Not under somebody's choosing, nor far down a long list.
  useVisible(() => chosen.length === 0 && items.length <= ONE_PAGE && pages.reload());
  useKeys({ j: () => step(1), k: () => step(-1) });

  const decided = (session: Session, said: string) => {
    setDone(said);
    const next = neighbour(ids, session.id, 1) ?? neighbour(ids, session.id, -1);
    const isStill = receipt !== '' || stays(queue, session);
    pages.set(isStill ? items.map((one) => (one.id === session.id ? { ...one, ...session } : one)) : items.filter(({ id }) => id !== session.id));
    setChosen(chosen.filter((id) => id !== session.id));
    if (!isStill) open(next);
    void countWork();
  };
  // Somebody else may have decided since the list was read: the row then says so.
  const seen = (session: Session) => {
    const listed = items.find(({ id }) => id === session.id);
    if (listed && listed.version !== session.version) pages.set(items.map((one) => (one === listed ? { ...one, ...session } : one)));
  };
  const bulkDone = (approved: readonly string[]) => {
    pages.set(items.filter(({ id }) => !approved.includes(id)));
    setChosen([]);
    if (opened && approved.includes(opened)) setQuery({ session: null });
    void countWork();
  };

  const empty = receipt ? (
    <EmptyState icon="search" title={t('review.empty_receipt')} action={<Button onClick={() => setQuery({ receipt: null, session: null })}>{t('review.clear')}</Button>} />
  ) : queue === 'pending' ? (
    <EmptyState icon="check" title={t('review.empty')} action={<Button href={hrefOf('coverage')}>{t('review.empty_action')}</Button>}>
      {t('review.empty_hint')}
    </EmptyState>
  ) : (
    <EmptyState icon="list" title={t(queue === 'asked' || queue === 'flagged' ? `review.empty_${queue}` : 'review.empty_other')} />
  );

  return (
    <>
      <Filters period="any" anyDate={!hasPeriod()} clearPeriod={() => setQuery(ANY_DATE)}>
        <FindReceipt receipt={receipt} />
      </Filters>
      <Queues queue={queue} receipt={receipt} />
      <div class={isWide && items.length > 0 ? 'review-columns' : ''}>
        <div>
          <Head queue={queue} receipt={receipt} items={pages.items} hasMore={pages.hasMore} isWhole={!hasPeriod()} today={today.value}>
            {isToDecide(queue) && !receipt && <Bulk items={items} chosen={chosen} onDone={bulkDone} />}
          </Head>
          <div class="review-said" role="status">
            {done && <Notice tone="approved" title={done} />}
          </div>
          <Paged pages={pages} empty={empty}>
            {(list) => (
              <Queue items={list} opened={opened} selectable={isToDecide(queue) && !receipt} chosen={chosen} setChosen={setChosen} />
            )}
          </Paged>
        </div>
        {pages.items !== null && opened && (items.length > 0 || !isWide) && (
          <Panel key={opened} id={opened} isWide={isWide} onClose={() => setQuery({ session: null })} onSeen={seen} onDecided={decided} />
        )}
      </div>
    </>
  );
};
