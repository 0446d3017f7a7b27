// Other queues, and one session by the code on its receipt.
import { useEffect, useState } from 'preact/hooks';
import { number } from '../../i18n/formats';
import { setQuery } from '../../router';
import { Button, Choice, Icon, IconButton } from '../../ui';
import { t } from '../i18n';
import { useWide } from '../useWide';
import { workHere } from '../desk/work';
import { countIn, queueNamed, QUEUES, type QueueName } from './queues';


/** Hidden behind a picture on a phone, where the queue itself should come first. */
export const FindReceipt = ({ receipt, again }: { receipt: string; again: () => void }) => {
  const [typed, setTyped] = useState(receipt);
  const [open, setOpen] = useState(receipt !== '');
  const isWide = useWide(700);
  useEffect(() => setTyped(receipt), [receipt]);
  const find = (event: Event) => {
    event.preventDefault();
    const wanted = typed.trim().toUpperCase();
    // Asked for once more: something may have happened to it meanwhile.
    if (wanted !== '' && wanted === receipt) again();
    else setQuery({ receipt: wanted || null, session: null }, { replace: false });
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
  const n = countIn(queue, workHere.value);
  return n ? `${t(`queue.${queue}`)} (${number(n)})` : t(`queue.${queue}`);
};

type Props = { queue: QueueName; receipt: string };

const choose = (name: QueueName) => setQuery({ queue: name === 'pending' ? null : name, receipt: null, session: null }, { replace: false });

/** Side by side where there is room; on a phone one line, so that the queue itself comes first. */
export const Queues = ({ queue, receipt }: Props) => {
  const isWide = useWide(800);
  const options = QUEUES.map((value) => ({ value, label: label(value) }));
  if (isWide) {
    return (
      <div class="find">
        <Choice id="queue" look="segments" legend={t('review.queue')} legendHidden value={receipt ? null : queue} onValue={choose} options={options} />
      </div>
    );
  }
  return (
    <label class="find queue-select">
      <span class="unseen">{t('review.queue')}</span>
      <select class="input" value={receipt ? '' : queue} onChange={(event) => choose(queueNamed(event.currentTarget.value))}>
        {receipt && <option value="">{t('review.receipt')}</option>}
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" size={16} />
    </label>
  );
};
