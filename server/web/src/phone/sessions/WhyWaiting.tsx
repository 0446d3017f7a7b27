// Why nothing is on its way just now, and when it will be.
import { time } from '../../i18n/formats';
import { t } from '../i18n';
import { sending, waiting } from '../outbox/outbox';
import { paused } from '../outbox/pause';

const SOON_MS = 60_000;

/** Null while it is being sent, or nothing has been tried yet. */
export const whyWaiting = (): string | null => {
  const why = paused.value;
  if (!why || sending.value.length > 0 || waiting().length === 0) return null;
  const reason = t(`pause.${why.why}`);
  if (!why.next) return reason;
  const next = why.next.getTime() - Date.now() < SOON_MS ? t('pause.soon') : t('pause.next', { time: time(why.next) });
  return `${reason} ${next}`;
};

export const WhyWaiting = () => {
  const why = whyWaiting();
  return why ? <p class="why-waiting quiet small">{why}</p> : null;
};
