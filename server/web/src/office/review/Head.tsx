import type { ComponentChildren } from 'preact';
import type { ListedSession } from '../../api/types';
import { work } from '../desk/work';
import { t } from './i18n';
import { daysBetween } from '../shell/periods';
import { isFlagged, mayDecide } from './facts';
import { countIn, stays, type QueueName } from './queues';

type Props = {
  queue: QueueName;
  receipt: string;
  items: ListedSession[] | null;
  hasMore: boolean;
  /** Of all days. */
  isWhole: boolean;
  today: string;
  children: ComponentChildren;
};

/** What staff entered is for whoever stands above them to decide. Of a list that goes on, the desk's count, unless only some days are looked at. */
const countOf = ({ queue, items, hasMore, isWhole }: Props): number | null =>
  hasMore ? (isWhole ? countIn(queue, work.value) : null) : (items?.filter((one) => (queue === 'asked' || stays(queue, one)) && (queue !== 'pending' || mayDecide(one))).length ?? 0);

const titleOf = (props: Props): string => {
  const { queue, receipt, items } = props;
  if (receipt) return t('review.found', { n: items?.length ?? 0 });
  const n = countOf(props);
  if (n === 0 && queue === 'pending' && items?.length) return t('review.none_yours');
  return n === null ? t('review.some', { n: items?.length ?? 0 }) : t(`review.${queue}`, { n });
};

const summary = (items: readonly ListedSession[], today: string): string => {
  const flagged = items.filter(isFlagged).length;
  const oldest = items.reduce((day, one) => (one.date < day ? one.date : day), today);
  const days = daysBetween(oldest, today);
  const others = items.filter((one) => !mayDecide(one)).length;
  return [
    flagged > 0 ? t('review.flagged_first', { n: flagged }) : t('review.no_flags'),
    ...(others > 0 ? [t('review.others', { n: others })] : []),
    ...(days > 0 ? [t('review.oldest', { n: days })] : []),
  ].join(' · ');
};

export const Head = (props: Props) => (
  <div class="page-head">
    <div>
      <h1>{props.items === null ? t('nav.review') : titleOf(props)}</h1>
      {props.queue === 'pending' && !props.receipt && props.items !== null && props.items.length > 0 && (
        <p class="quiet">{summary(props.items, props.today)}</p>
      )}
    </div>
    {props.children}
  </div>
);
