import { setQuery } from '../../router';
import { Button, EmptyState } from '../../ui';
import { t } from './i18n';
import { hrefOf } from '../shell/pages';
import type { QueueName } from './queues';

/** What to do next, when a queue has nothing in it. */
export const Empty = ({ queue, receipt }: { queue: QueueName; receipt: string }) => {
  if (receipt) {
    const clear = () => setQuery({ receipt: null, session: null });
    return <EmptyState icon="search" title={t('review.empty_receipt')} action={<Button onClick={clear}>{t('review.clear')}</Button>} />;
  }
  const toDesk = <Button href={hrefOf('desk')}>{t('review.next')}</Button>;
  if (queue === 'pending') {
    return (
      <EmptyState icon="check" title={t('review.empty')} action={toDesk}>
        {t('review.empty_hint')}
      </EmptyState>
    );
  }
  const title = t(queue === 'asked' || queue === 'above' || queue === 'flagged' || queue === 'late' ? `review.empty_${queue}` : 'review.empty_other');
  return <EmptyState icon="list" title={title} action={toDesk} />;
};
