// D2: the queue of sessions, and one of them opened beside it.
import { useEffect, useRef, useState } from 'preact/hooks';
import { api, ok } from '../../api/client';
import type { ListedSession, SessionDetail } from '../../api/types';
import { loadCatalogue } from '../../data/catalogue';
import { usePages } from '../../data/usePages';
import { place, setQuery } from '../../router';
import { Button } from '../../ui';
import { countWork } from '../desk/work';
import { t } from './i18n';
import { Paged } from '../Paged';
import { filters, workUnit } from '../shell/current';
import { Filters } from '../shell/Filters';
import { useVisible } from '../shell/useVisible';
import { useWide } from '../useWide';
import { Bulk } from './Bulk';
import { forget, prefetch } from './details';
import { Empty } from './Empty';
import { FromFile } from './FromFile';
import { afterMerging, firstOf, following, goesOn, neighbour } from './facts';
import { Queues } from './Queues';
import { Head } from './Head';
import { Panel } from './Panel';
import { Queue } from './Queue';
import { isToDecide, ONE_PAGE, queueNamed, stateIn, stays, whichOf, type QueueName } from './queues';
import { Said, undoMerge, type Undo, type Undone, type Words } from './Said';
import { useKeys } from './useKeys';
import { briefly } from './words';

const hasPeriod = (): boolean => place.value.query.has('period') || place.value.query.has('from');
const ANY_DATE = { period: null, from: null, to: null, basis: null };

const read = (queue: QueueName, receipt: string, file: string, cursor?: string) => {
  const { days } = filters.value;
  const unit = workUnit.value;
  return ok(
    api.GET('/api/v1/sessions', {
      params: {
        query: {
          ...(unit !== null && { unit }),
          ...(receipt ? { receipt } : whichOf(queue)),
          // In the order of its index.
          ...(file && { import: file, sort: 'review' as const }),
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
  const unit = workUnit.value;
  const receipt = place.value.query.get('receipt') ?? '';
  const file = place.value.query.get('batch') ?? '';
  const opened = place.value.query.get('session');
  const pages = usePages<ListedSession>((cursor) => read(queue, receipt, file, cursor), [queue, receipt, file, unit, JSON.stringify(filters.value.days), hasPeriod()]);
  const [chosen, setChosen] = useState<string[]>([]);
  const [words, setWords] = useState<Words | null>(null);
  const [led, setLed] = useState(0);
  // Only flagged ones are left: none is opened until somebody chooses it.
  const [stopped, setStopped] = useState(false);
  // Where the one stood that was decided last.
  const stood = useRef(0);
  const isWide = useWide(1100);
  const items = pages.items ?? [];
  const ids = items.map(({ id }) => id);
  const selectable = isToDecide(queue) && !receipt;

  useEffect(() => void loadCatalogue(), []);
  useEffect(() => setChosen([]), [queue, receipt, file, unit]);
  useEffect(() => (setWords(null), setStopped(false)), [queue, receipt, file]);
  useEffect(() => void (opened && setStopped(false)), [opened]);
  // On a wide screen there is always one open beside the list; on a phone it would hide it. Effects
  // come late: somebody may have gone to another list since this one was drawn.
  const drawn = place.value;
  useEffect(() => {
    const first = firstOf(items);
    if (isWide && !opened && !stopped && first && place.value === drawn) setQuery({ session: first });
  }, [isWide, opened, stopped, pages.items]);
  // Those that are likely next: further down, and what was just passed.
  useEffect(() => {
    const at = opened ? ids.indexOf(opened) : -1;
    prefetch([ids[at + 1] ?? null, ids[at + 2] ?? null, ids[at - 1] ?? null]);
  }, [opened, pages.items]);

  // While there are more, a page's worth waits: whoever decides one after another comes to no end.
  const isLow = selectable && pages.items !== null && items.length < ONE_PAGE;
  useEffect(() => {
    if (isLow && pages.hasMore && !pages.loading) pages.more();
  }, [isLow, items.length, pages.hasMore]);

  // Looked for once more: something may have happened to it meanwhile.
  const before = useRef(place.value);
  useEffect(() => {
    const isAgain = before.current !== place.value && before.current.query.get('receipt') === receipt;
    before.current = place.value;
    if (receipt && isAgain) pages.reload();
  }, [place.value]);

  const open = (id: string | null) => setQuery({ session: id }, { replace: isWide });
  const lead = (id: string | null) => {
    open(id);
    setLed(led + 1);
  };
  const step = (by: 1 | -1) => {
    const next = opened ? neighbour(ids, opened, by) : ids[0];
    if (!next) return;
    lead(next);
    document.getElementById(`row-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  // Others decide and send meanwhile. Not under somebody's choosing, nor far down a long list.
  const isNearTop = items.length <= ONE_PAGE || (items.length < 2 * ONE_PAGE && ids.slice(0, ONE_PAGE).includes(opened ?? ''));
  useVisible(() => chosen.length === 0 && isNearTop && pages.reload());
  useKeys({ j: () => step(1), k: () => step(-1) });

  const replaced = (session: ListedSession): ListedSession[] => items.map((one) => (one.id === session.id ? { ...one, ...session } : one));
  const decided = (session: ListedSession, text: string, undo: Undo | null) => {
    const listed = (id: string | null) => items.find((one) => one.id === id);
    const next = following(items, session.id);
    stood.current = ids.indexOf(session.id);
    const isStill = receipt !== '' || stays(queue, session);
    const stops = !isStill && !goesOn(listed(session.id), listed(next));
    setWords({ text: stops ? `${text} ${t('review.stopped')}` : text, undo });
    setStopped(stops);
    pages.set(isStill ? replaced(session) : items.filter(({ id }) => id !== session.id));
    // Opened from elsewhere, and of this list only now: where in it, the server knows.
    if (isStill && stood.current < 0) pages.reload();
    setChosen(chosen.filter((id) => id !== session.id));
    if (!isStill) lead(stops ? null : next);
    void countWork();
  };
  /** What somebody looked for by its receipt stays in sight, whatever became of it. */
  const merged = (kept: SessionDetail, gone: string) => {
    const next = receipt ? kept.id : afterMerging(items, kept.id, gone);
    ids.forEach(forget);
    setWords({ text: t('merge.done', { what: briefly(kept) }), undo: undoMerge(gone, kept) });
    pages.set(replaced(kept).filter(({ id }) => id !== gone || receipt !== ''));
    setChosen(chosen.filter((id) => id !== gone));
    lead(next);
    void countWork();
  };
  /** One goes back to where it was decided from; many are read anew. */
  const undone = ({ session, text, isNone = false }: Undone) => {
    [...ids, ...(session ? [session.id] : [])].forEach(forget);
    setWords({ text, undo: null, isNone });
    void countWork();
    if (!session) {
      setChosen([]);
      pages.reload();
      return;
    }
    const at = Math.max(stood.current, 0);
    pages.set(ids.includes(session.id) ? replaced(session) : [...items.slice(0, at), session, ...items.slice(at)]);
    lead(session.id);
  };
  // Somebody else may have decided since the list was read: the row then says so.
  const seen = (session: ListedSession) => {
    const listed = items.find(({ id }) => id === session.id);
    // What was read before an undo may still come late.
    if (!listed || listed.version >= session.version) return;
    pages.set(replaced(session));
    void countWork();
  };
  const bulkApproved = (n: number, undo: Undo) => setWords({ text: `${t('bulk.done', { n })}.`, undo });
  const bulkDone = (approved: readonly string[], rest: readonly string[]) => {
    pages.set(items.filter(({ id }) => !approved.includes(id)));
    [...approved, ...rest].forEach(forget);
    if (rest.length > 0) pages.reload();
    setChosen([]);
    if (opened && approved.includes(opened)) setQuery({ session: null });
    void countWork();
  };

  const isOpen = pages.items !== null && opened !== null && (items.length > 0 || !isWide);
  const said = <Said words={words} onUndone={undone} />;
  return (
    <>
      <Filters whole period="any" anyDate={!hasPeriod()} clearPeriod={() => setQuery(ANY_DATE)} />
      <Queues queue={queue} receipt={receipt} isPart={file !== '' || hasPeriod()} />
      {file && <FromFile id={file} />}
      <div class={isWide && items.length > 0 ? 'review-columns' : ''}>
        <div>
          <Head queue={queue} receipt={receipt} items={pages.items} hasMore={pages.hasMore} isWhole={!hasPeriod() && !file}>
            {receipt && items.length > 0 && <Button onClick={() => setQuery({ receipt: null, session: null })}>{t('review.clear')}</Button>}
            {selectable && <Bulk items={items} chosen={chosen} onApproved={bulkApproved} onDone={bulkDone} onUndone={undone} />}
          </Head>
          {!isOpen && said}
          <Paged pages={pages} empty={<Empty queue={queue} receipt={receipt} />}>
            {(list) => <Queue items={list} opened={opened} selectable={selectable} expected={receipt ? null : stateIn(queue)} chosen={chosen} setChosen={setChosen} />}
          </Paged>
        </div>
        {isOpen && (
          <Panel
            id={opened}
            // Who looks for one session wants it as it is now.
            listed={{ version: items.find(({ id }) => id === opened)?.version ?? null, mayBeKept: receipt === '' }}
            isWide={isWide}
            led={led}
            said={said}
            steps={{ previous: ids.indexOf(opened) > 0 ? () => step(-1) : null, next: neighbour(ids, opened, 1) ? () => step(1) : null }}
            onClose={() => setQuery({ session: null })}
            onSeen={seen}
            onDecided={decided}
            onMerged={merged}
          />
        )}
      </div>
    </>
  );
};
