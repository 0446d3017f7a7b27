// Other queues, and one session by the code on its receipt.
import { useState } from 'preact/hooks';
import { setQuery } from '../../router';
import { Button, Choice, Icon } from '../../ui';
import { t } from '../i18n';
import type { QueueName } from './Review';

type Props = { queue: QueueName; receipt: string; queues: readonly QueueName[] };

export const Find = ({ queue, receipt, queues }: Props) => {
  const [typed, setTyped] = useState(receipt);
  const find = (event: Event) => {
    event.preventDefault();
    setQuery({ receipt: typed.trim().toUpperCase() || null, session: null }, { replace: false });
  };
  const clear = () => {
    setTyped('');
    setQuery({ receipt: null, session: null });
  };
  return (
    <div class="find">
      <Choice
        id="queue"
        look="segments"
        legend={t('review.queue')}
        legendHidden
        value={receipt ? null : queue}
        onValue={(name) => {
          setTyped('');
          setQuery({ queue: name === 'pending' ? null : name, receipt: null, session: null }, { replace: false });
        }}
        options={queues.map((value) => ({ value, label: t(`queue.${value}`) }))}
      />
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
    </div>
  );
};
