import type { ComponentChildren } from 'preact';
import type { ListedSession } from '../../api/types';
import { work } from '../desk/work';
import { t } from './i18n';
import { hrefWith } from '../../router';
import { atLeast, countIn, stays, type QueueName } from './queues';
import { summary } from './words';

type Props = {
  queue: QueueName;
  receipt: string;
  items: ListedSession[] | null;
  hasMore: boolean;
  /** All that the desk counts: of all days, and not of one file. */
  isWhole: boolean;
  children: ComponentChildren;
};

/** Without those that somebody else decided since the list was read. */
const still = ({ queue, items }: Props): ListedSession[] => (items ?? []).filter((one) => queue === 'asked' || stays(queue, one));

/** Of a list that goes on, the desk's count, unless only a part is looked at. */
const countOf = (props: Props): number | null => (props.hasMore ? (props.isWhole ? countIn(props.queue, work.value) : null) : still(props).length);

const titleOf = (props: Props): string => {
  const { queue, receipt, items } = props;
  if (receipt) return t('review.found', { n: items?.length ?? 0 });
  const n = countOf(props);
  if (n !== null) return t(`review.${queue}`, { n });
  const shown = items?.length ?? 0;
  // Those that nobody counts stand with the latest first.
  return queue === 'returned' || queue === 'approved' || queue === 'refused' ? t(`review.latest_${queue}`, { n: shown }) : t('review.some', { n: atLeast(shown) });
};

/** What the reader or a colleague entered stands in a queue of its own. */
const Above = () => {
  const n = work.value?.pending.own ?? 0;
  return n === 0 ? null : (
    <p class="small">
      <a href={hrefWith({ queue: 'above', session: null })}>{t('review.others', { n })}</a>
    </p>
  );
};

export const Head = (props: Props) => (
  <div class="page-head">
    <div>
      <h1>{props.items === null ? t('nav.review') : titleOf(props)}</h1>
      {props.queue === 'pending' && !props.receipt && props.items !== null && props.items.length > 0 && (
        <p class="quiet">{summary(still(props))}</p>
      )}
      {props.queue === 'above' && <p class="quiet">{t('review.above_hint')}</p>}
      {props.queue === 'pending' && !props.receipt && props.isWhole && <Above />}
    </div>
    {props.children}
  </div>
);
