// A session that only this phone has: why, and what to do.
import { useState } from 'preact/hooks';
import { day, instant, number, period } from '../../i18n/formats';
import { go } from '../../router';
import { Button, Card, Dialog, Figure, StateChip } from '../../ui';
import { t } from '../i18n';
import { discard, sendAll, sending } from '../outbox/outbox';
import type { Unsent } from '../store/schema';
import { mendPath, SESSIONS, sessionPath } from '../paths';
import { Page } from '../shell/Page';
import { Facts, Taught } from './Facts';
import { isFinal, Kept, Refused } from './Refused';
import { bodyOfUnsent, stateOf } from './Row';

export const UnsentDetail = ({ item }: { item: Unsent }) => {
  const [discards, setDiscards] = useState(false);
  const body = bodyOfUnsent(item);
  const drop = async () => {
    await discard(item.id);
    go(item.etag || isFinal(item.refusal) ? sessionPath(item.id) : SESSIONS, { replace: true });
  };
  return (
    <Page title={t('detail.title', { day: day(body.date) })} back={SESSIONS}>
      <div class="stack">
        <div class="detail-head">
          <StateChip state={stateOf(item)} />
          <span class="quiet small">{t('unsent.saved_at', { when: instant(item.frozenAt) })}</span>
        </div>
        {item.refusal ? <Refused item={item} refusal={item.refusal} /> : <Kept />}
        {item.refusal && !isFinal(item.refusal) && !body.nil && (
          <Button kind="primary" icon="pencil" wide big href={mendPath(item.id)}>
            {t('detail.mend')}
          </Button>
        )}
        {!item.refusal && (
          <Button kind="primary" icon="refresh" wide big busy={sending.value !== null} onClick={() => void sendAll()}>
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
            </>
          )}
        </Card>
        {item.refusal && (
          <Button kind="danger" icon="trash" wide onClick={() => setDiscards(true)}>
            {t('unsent.discard')}
          </Button>
        )}
      </div>
      <Dialog
        open={discards}
        onClose={() => setDiscards(false)}
        title={t('unsent.discard')}
        actions={
          <>
            <Button onClick={() => setDiscards(false)}>{t('action.cancel')}</Button>
            <Button kind="danger" onClick={drop}>
              {t('unsent.discard_yes')}
            </Button>
          </>
        }
      >
        <p>{t('unsent.discard_help')}</p>
      </Dialog>
    </Page>
  );
};
