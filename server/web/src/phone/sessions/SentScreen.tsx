// P6: what came of sending. The receipt, or honest words about what is kept where.
import { useState } from 'preact/hooks';
import { api, ok, problemText } from '../../api/client';
import type { Session } from '../../api/types';
import { Button, Icon, Loading, Notice } from '../../ui';
import { loadCatalogue } from '../../data/catalogue';
import { summary } from '../form/summary';
import { t } from '../i18n';
import { receipts, sendAll, sending, unsent } from '../outbox/outbox';
import type { Unsent } from '../store/schema';
import { HOME, mendPath, RECORD, sessionPath } from '../paths';
import { Page } from '../shell/Page';
import { useLoad } from '../../data/useLoad';
import { isFinal, Kept, Refused } from './Refused';
import { bodyOfUnsent } from './Row';
import { share } from './share';

const Next = () => (
  <>
    <Button wide icon="plus" href={RECORD}>
      {t('sent.another')}
    </Button>
    <Button kind="quiet" wide href={HOME}>
      {t('sent.home')}
    </Button>
  </>
);

const Received = ({ session }: { session: Session }) => {
  const [told, setTold] = useState('');
  const send = async () => {
    const how = await share(summary(session));
    setTold(how === 'copied' ? t('sent.copied') : how === 'failed' ? t('sent.copy_failed') : '');
  };
  return (
    <div class="outcome stack">
      <span class="outcome-mark tone-approved">
        <Icon name="check" size={32} />
      </span>
      <h2>{t('sent.received')}</h2>
      <p>
        {t('sent.code')} <strong class="receipt">{session.receipt_code}</strong>
      </p>
      <p class="quiet">{t('sent.next')}</p>
      <p class="share-text">{summary(session)}</p>
      <Button kind="primary" icon="share" wide big onClick={send}>
        {t('sent.share')}
      </Button>
      <p role="status">{told}</p>
      <Next />
    </div>
  );
};

const NotYet = ({ item }: { item: Unsent }) => (
  <div class="outcome stack">
    {item.refusal ? <Refused item={item} refusal={item.refusal} /> : <Kept />}
    {item.refusal ? (
      <Button kind="primary" icon="pencil" wide big href={isFinal(item.refusal) || bodyOfUnsent(item).nil ? sessionPath(item.id) : mendPath(item.id)}>
        {t(isFinal(item.refusal) || bodyOfUnsent(item).nil ? 'sent.look' : 'detail.mend')}
      </Button>
    ) : (
      <Button kind="primary" icon="refresh" wide big onClick={() => void sendAll()}>
        {t('action.resubmit')}
      </Button>
    )}
    <Next />
  </div>
);

export const SentScreen = ({ id }: { id: string }) => {
  const item = unsent.value.find((one) => one.id === id);
  const answered = receipts.value[id];
  // Opened anew, with nothing of this session on the phone: the server knows.
  const { data, failure } = useLoad(async () => {
    if (item || answered) return null;
    await loadCatalogue();
    return ok(api.GET('/api/v1/sessions/{session_id}', { params: { path: { session_id: id } } }));
  }, [id, !item, !answered]);
  const session = item ? null : (answered ?? data);
  return (
    <Page title={t('sent.title')} back={HOME}>
      {session ? (
        <Received session={session} />
      ) : sending.value !== null || (!item && !failure) ? (
        <Loading label={t('sent.sending')} />
      ) : item ? (
        <NotYet item={item} />
      ) : (
        <div class="stack">
          <Notice tone="off" title={problemText(failure)} />
          <Next />
        </div>
      )}
    </Page>
  );
};
