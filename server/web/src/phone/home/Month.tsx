// The team's month as approved, and apart from it what nobody but this phone knows yet.
import { number, period } from '../../i18n/formats';
import { Button } from '../../ui';
import { thisMonth } from '../../data/clock';
import { t } from '../i18n';
import { receipts, sendAll, sending, unsent, waiting } from '../outbox/outbox';
import { bodyOfUnsent } from '../sessions/Row';
import { team } from '../team/team';
import { useLoad } from '../../data/useLoad';
import { Totals, totalsOf } from './Totals';

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

export const Month = () => {
  const month = thisMonth();
  const id = team.value?.id ?? 0;
  const { data } = useLoad(() => totalsOf(id, month), [id, month, receipts.value]);
  return (
    <Totals title={t('month.title', { month: period(month) })} total={data}>
      {data && data.pending > 0 && <p class="totals-more quiet small">{t('month.pending', { n: data.pending })}</p>}
      <OnlyHere />
    </Totals>
  );
};
