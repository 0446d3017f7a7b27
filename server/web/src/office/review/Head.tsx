import type { ComponentChildren } from 'preact';
import type { Session } from '../../api/types';
import { t } from '../i18n';
import { daysBetween } from '../shell/periods';
import { isFlagged } from './facts';
import type { QueueName } from './Review';

type Props = {
  queue: QueueName;
  receipt: string;
  items: Session[] | null;
  hasMore: boolean;
  today: string;
  children: ComponentChildren;
};

const titleOf = ({ queue, receipt, items, hasMore }: Props): string => {
  const n = items?.filter(({ state }) => receipt !== '' || queue === 'asked' || state === queue).length ?? 0;
  if (receipt) return t('review.found', { n });
  if (queue !== 'pending') return hasMore ? t('review.some', { n }) : t(`review.${queue}`, { n });
  return hasMore ? t('review.pending_more', { n }) : t('review.pending', { n });
};

const summary = (items: readonly Session[], today: string): string => {
  const flagged = items.filter(isFlagged).length;
  const oldest = items.reduce((day, one) => (one.date < day ? one.date : day), today);
  return [
    flagged > 0 ? t('review.flagged_first', { n: flagged }) : t('review.no_flags'),
    t('review.oldest', { n: daysBetween(oldest, today) }),
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
