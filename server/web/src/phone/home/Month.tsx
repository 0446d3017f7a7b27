// The team's month as approved, and apart from it what nobody but this phone knows yet.
import { period } from '../../i18n/formats';
import { Button } from '../../ui';
import { t } from '../i18n';
import { sending, unsent, waiting } from '../outbox/outbox';
import { sendAll } from '../outbox/send';
import { WhyWaiting } from '../sessions/WhyWaiting';
import { Totals } from './Totals';
import type { Total } from './useTotal';

const OnlyHere = () =>
  unsent.value.length === 0 ? null : (
    <div class="only-here">
      <p>{t('month.only_here', { n: unsent.value.length })}</p>
      {waiting().length > 0 && (
        <Button kind="quiet" busy={sending.value.length > 0} onClick={() => void sendAll(true)}>
          {t('month.send_now')}
        </Button>
      )}
      <WhyWaiting />
    </div>
  );

export const Month = ({ month, total }: { month: string; total: Total | null }) => (
  <Totals title={t('month.title', { month: period(month) })} total={total}>
    {total && total.value.pending > 0 && <p class="totals-more quiet small">{t('month.pending', { n: total.value.pending })}</p>}
    <OnlyHere />
  </Totals>
);
