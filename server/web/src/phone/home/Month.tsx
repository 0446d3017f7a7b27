// The team's month as approved, and apart from it what nobody but this phone knows yet.
import type { Row } from '../../api/types';
import { number, period } from '../../i18n/formats';
import { Button } from '../../ui';
import { t } from '../i18n';
import { sendAll, sending, unsent, waiting } from '../outbox/outbox';
import { bodyOfUnsent } from '../sessions/Row';
import { Totals } from './Totals';

const OnlyHere = () => {
  if (unsent.value.length === 0) return null;
  const turns = unsent.value.reduce((sum, item) => sum + (bodyOfUnsent(item).participants ?? 0), 0);
  return (
    <div class="only-here">
      <p>{t('month.only_here', { n: unsent.value.length, turns: number(turns) })}</p>
      {waiting().length > 0 && (
        <Button kind="quiet" busy={sending.value !== null} onClick={() => void sendAll()}>
          {t('month.send_now')}
        </Button>
      )}
    </div>
  );
};

export const Month = ({ month, total }: { month: string; total: Row | null }) => (
  <Totals title={t('month.title', { month: period(month) })} total={total}>
    {total && total.pending > 0 && <p class="totals-more quiet small">{t('month.pending', { n: total.pending })}</p>}
    <OnlyHere />
  </Totals>
);
