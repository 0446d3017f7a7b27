// A session that only this phone has: why, and what to do.
import { useState } from 'preact/hooks';
import { day, instant, number, period } from '../../i18n/formats';
import { go } from '../../router';
import { Button, Card, Dialog, Figure, Notice, StateChip } from '../../ui';
import { t } from '../i18n';
import { discard, openedStore } from '../outbox/keep';
import { sending } from '../outbox/outbox';
import { sendAll } from '../outbox/send';
import type { Unsent } from '../store/schema';
import { mendPath, SAVE_WORK, SESSIONS, sessionPath } from '../paths';
import { Photos } from '../photos/Photos';
import { Page } from '../shell/Page';
import { Facts, Taught } from './Facts';
import { isFinal, Kept, Refused } from './Refused';
import { bodyOfUnsent, stateOf } from './Row';
import { tOwn } from './texts';

/** How throwing it away is called, and what that means. */
const dropping = ({ op, refusal }: Unsent): { name: string; yes: string; help: string } => {
  if (op === 'withdraw') return { name: t('unsent.keep_session'), yes: t('unsent.keep_session'), help: t('unsent.keep_session_help') };
  if (refusal) return { name: t('unsent.discard'), yes: t('unsent.discard_yes'), help: t('unsent.discard_help') };
  const [name, help] = op === 'amend' ? [tOwn('waiting.drop_amend'), tOwn('waiting.drop_amend_help')] : [tOwn('waiting.drop'), tOwn('waiting.drop_help')];
  return { name, yes: t('unsent.discard_yes'), help };
};

export const UnsentDetail = ({ item }: { item: Unsent }) => {
  const [discards, setDiscards] = useState(false);
  const [isKept, setKept] = useState(true);
  const body = bodyOfUnsent(item);
  const isWithdrawal = item.op === 'withdraw';
  const isOnItsWay = sending.value.includes(item.id);
  const { name, yes, help } = dropping(item);
  const drop = async () => {
    const from = openedStore();
    try {
      await discard(from, item.id);
    } catch {
      setDiscards(false);
      return setKept(false);
    }
    go(isWithdrawal || item.etag || isFinal(item.refusal) ? sessionPath(item.id) : SESSIONS, { replace: true });
  };
  return (
    <Page title={t(isWithdrawal ? 'unsent.withdrawal_title' : 'detail.title', { day: day(body.date) })} back={SESSIONS}>
      <div class="stack">
        <div class="detail-head">
          <StateChip state={stateOf(item)} />
          <span class="quiet small">{t('unsent.saved_at', { when: instant(item.frozenAt) })}</span>
        </div>
        {!isKept && <Notice tone="returned" icon="warning" title={t('outbox.not_kept')} live />}
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
        {/* Should it have arrived after all, the server says so, and it is mended over what it holds. */}
        {!item.refusal && !isOnItsWay && !body.nil && !isWithdrawal && (
          <Button icon="pencil" wide href={mendPath(item.id)}>
            {tOwn('waiting.mend')}
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
        <Button kind="quiet" wide href={SAVE_WORK}>
          {t('unsent.save')}
        </Button>
        {!isOnItsWay && (
          <Button kind="danger" icon="trash" wide onClick={() => setDiscards(true)}>
            {name}
          </Button>
        )}
      </div>
      <Dialog
        open={discards && !isOnItsWay}
        onClose={() => setDiscards(false)}
        title={name}
        actions={
          <>
            <Button onClick={() => setDiscards(false)}>{t('action.cancel')}</Button>
            <Button kind="danger" onClick={drop}>
              {yes}
            </Button>
          </>
        }
      >
        <p>{help}</p>
      </Dialog>
    </Page>
  );
};
