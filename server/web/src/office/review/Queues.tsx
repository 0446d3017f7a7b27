// The other queues, with the desk's counts.
import { number } from '../../i18n/formats';
import { setQuery } from '../../router';
import { Choice, Icon } from '../../ui';
import { work } from '../desk/work';
import { t } from './i18n';
import { useWide } from '../useWide';
import { CHOICES, countIn, queueNamed, type QueueName } from './queues';

const label = (queue: QueueName): string => {
  const n = countIn(queue, work.value);
  return n ? `${t(`queue.${queue}`)} (${number(n)})` : t(`queue.${queue}`);
};

/** `isPart`: of a part of the sessions, which the desk does not count. */
type Props = { queue: QueueName; receipt: string; isPart: boolean };

const choose = (name: QueueName) => setQuery({ queue: name === 'pending' ? null : name, receipt: null, session: null }, { replace: false });

/** Side by side where there is room; on a phone one line, so that the queue itself comes first. */
export const Queues = ({ queue, receipt, isPart }: Props) => {
  const isWide = useWide(1080);
  const isOther = receipt !== '' || queue === 'above';
  const options = CHOICES.map((value) => ({ value, label: isPart ? t(`queue.${value}`) : label(value) }));
  if (isWide) {
    return (
      <div class="find">
        <Choice id="queue" look="segments" legend={t('review.queue')} legendHidden value={isOther ? null : queue} onValue={choose} options={options} />
      </div>
    );
  }
  return (
    <label class="find queue-select">
      <span class="unseen">{t('review.queue')}</span>
      <select class="input" value={isOther ? '' : queue} onChange={(event) => choose(queueNamed(event.currentTarget.value))}>
        {isOther && <option value="">{receipt ? t('review.one', { code: receipt }) : t('queue.above')}</option>}
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
