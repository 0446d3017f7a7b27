// Other queues, and one session by the code on its receipt.
import { useEffect, useState } from 'preact/hooks';
import { setQuery } from '../../router';
import { Button, Choice, Icon, IconButton } from '../../ui';
import { t } from '../i18n';
import { useWide } from '../useWide';
import type { QueueName } from './Review';
import { asked } from './waiting';

/** Hidden behind a picture on a phone, where the queue itself should come first. */
export const FindReceipt = ({ receipt }: { receipt: string }) => {
  const [typed, setTyped] = useState(receipt);
  const [open, setOpen] = useState(receipt !== '');
  const isWide = useWide(700);
  useEffect(() => setTyped(receipt), [receipt]);
  const find = (event: Event) => {
    event.preventDefault();
    setQuery({ receipt: typed.trim().toUpperCase() || null, session: null }, { replace: false });
  };
  const clear = () => {
    setOpen(false);
    setQuery({ receipt: null, session: null });
  };
  if (!isWide && !open) return <IconButton icon="search" label={t('review.receipt')} onClick={() => setOpen(true)} />;
  return (
    <form class="find-receipt" role="search" onSubmit={find}>
      <label class="picker-search">
        <Icon name="search" size={20} />
        <span class="unseen">{t('review.receipt')}</span>
        <input class="input" type="search" id="receipt" placeholder={t('review.receipt')} value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
      </label>
      <Button type="submit">{t('review.find')}</Button>
      {receipt && (
        <Button kind="quiet" onClick={clear}>
          {t('review.clear')}
        </Button>
      )}
    </form>
  );
};

const label = (queue: QueueName): string => {
  const count = queue === 'asked' ? asked.value : null;
  return count && count.n > 0 ? `${t(`queue.${queue}`)} (${count.n}${count.isMore ? '+' : ''})` : t(`queue.${queue}`);
};

type Props = { queue: QueueName; receipt: string; queues: readonly QueueName[] };

export const Queues = ({ queue, receipt, queues }: Props) => (
  <div class="find">
    <Choice
      id="queue"
      look="segments"
      legend={t('review.queue')}
      legendHidden
      value={receipt ? null : queue}
      onValue={(name) => setQuery({ queue: name === 'pending' ? null : name, receipt: null, session: null }, { replace: false })}
      options={queues.map((value) => ({ value, label: label(value) }))}
    />
  </div>
);
