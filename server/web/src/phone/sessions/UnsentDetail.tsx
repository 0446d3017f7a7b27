// A session that only this phone has: why, and what to do.
import { useState } from 'preact/hooks';
import { day, instant, number, period } from '../../i18n/formats';
import { go } from '../../router';
import { Button, Card, Dialog, Figure, StateChip } from '../../ui';
import { t } from '../i18n';
import { discard, openedStore } from '../outbox/keep';
import { sending } from '../outbox/outbox';
import { sendAll } from '../outbox/send';
import type { Unsent } from '../store/schema';
import { mendPath, SESSIONS, sessionPath } from '../paths';
import { Photos } from '../photos/Photos';
import { Page } from '../shell/Page';
import { Facts, Taught } from './Facts';
import { isFinal, Kept, Refused } from './Refused';
import { bodyOfUnsent, stateOf } from './Row';

export const UnsentDetail = ({ item }: { item: Unsent }) => {
  const [discards, setDiscards] = useState(false);
  const body = bodyOfUnsent(item);
  const isWithdrawal = item.op === 'withdraw';
  const drop = async () => {
    await discard(openedStore(), item.id);
    go(isWithdrawal || item.etag || isFinal(item.refusal) ? sessionPath(item.id) : SESSIONS, { replace: true });
  };
  return (
    <Page title={t(isWithdrawal ? 'unsent.withdrawal_title' : 'detail.title', { day: day(body.date) })} back={SESSIONS}>
      <div class="stack">
        <div class="detail-head">
          <StateChip state={stateOf(item)} />
          <span class="quiet small">{t('unsent.saved_at', { when: instant(item.frozenAt) })}</span>
        </div>
        {item.refusal ? <Refused item={item} refusal={item.refusal} /> : <Kept item={item} />}
        {item.refusal && !isFinal(item.refusal) && !body.nil && !isWithdrawal && (
          <Button kind="primary" icon="pencil" wide big href={mendPath(item.id)}>
            {t('detail.mend')}
          </Button>
        )}
        {!item.refusal && (
          <Button kind="primary" icon="refresh" wide big busy={sending.value.length > 0} onClick={() => void sendAll(true)}>
            {t('action.resubmit')}
          </Button>
        )}
        <Card title={item.place}>
          {body.nil ? (
            <p>{t('session.nil', { month: period(body.date.slice(0, 7)) })}</p>
          ) : (
            <>
              <Figure value={number(body.participants ?? 0)} label={t('field.participants')} />
              <Taught services={body.services ?? []} />
              <Facts shown={body} />
              <Photos sessionId={item.id} />
            </>
          )}
        </Card>
        {isWithdrawal && <p class="quiet">{t('unsent.withdrawal_reason', { reason: item.reason ?? '' })}</p>}
        {(item.refusal || isWithdrawal) && (
          <Button kind="danger" icon="trash" wide onClick={() => setDiscards(true)}>
            {t(isWithdrawal ? 'unsent.keep_session' : 'unsent.discard')}
          </Button>
        )}
      </div>
      <Dialog
        open={discards}
        onClose={() => setDiscards(false)}
        title={t(isWithdrawal ? 'unsent.keep_session' : 'unsent.discard')}
        actions={
          <>
            <Button onClick={() => setDiscards(false)}>{t('action.cancel')}</Button>
            <Button kind="danger" onClick={drop}>
              {t(isWithdrawal ? 'unsent.keep_session' : 'unsent.discard_yes')}
            </Button>
          </>
        }
      >
        <p>{t(isWithdrawal ? 'unsent.keep_session_help' : 'unsent.discard_help')}</p>
      </Dialog>
    </Page>
  );
};
