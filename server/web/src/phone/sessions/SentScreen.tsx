// P6: what came of sending. The receipt, or honest words about what is kept where.
import { useState } from 'preact/hooks';
import { problemText } from '../../api/client';
import type { Session } from '../../api/types';
import { Button, Icon, Loading, Notice } from '../../ui';
import { summary } from '../form/summary';
import { t } from '../i18n';
import { receipts, sending, unsent } from '../outbox/outbox';
import { sendAll } from '../outbox/send';
import type { Unsent } from '../store/schema';
import { HOME, mendPath, RECORD, sessionPath } from '../paths';
import { Page } from '../shell/Page';
import { useOpened } from './opened';
import { isFinal, Kept, Refused } from './Refused';
import { bodyOfUnsent } from './Row';
import { share } from './share';
import { tOwn } from './texts';

const Next = () => (
  <>
    <Button wide icon="plus" href={RECORD}>
      {tOwn('sent.another')}
    </Button>
    <Button kind="quiet" wide href={HOME}>
      {t('sent.home')}
    </Button>
  </>
);

const Received = ({ session }: { session: Omit<Session, 'client'> }) => {
  const [told, setTold] = useState('');
  const send = async () => {
    const how = await share(summary(session));
    setTold(how === 'copied' ? tOwn('sent.copied') : how === 'failed' ? tOwn('sent.copy_failed') : '');
  };
  return (
    <div class="outcome stack">
      <span class="outcome-mark tone-approved">
        <Icon name="check" size={32} />
      </span>
      <h2>{tOwn('sent.received')}</h2>
      <p>
        {tOwn('sent.code')} <strong class="receipt">{session.receipt_code}</strong>
      </p>
      <p class="quiet">{tOwn('sent.next')}</p>
      <p class="share-text">{summary(session)}</p>
      <Button kind="primary" icon="share" wide big onClick={send}>
        {tOwn('sent.share')}
      </Button>
      <p role="status">{told}</p>
      <Next />
    </div>
  );
};

const NotYet = ({ item }: { item: Unsent }) => (
  <div class="outcome stack">
    {item.refusal ? <Refused item={item} refusal={item.refusal} /> : <Kept item={item} />}
    {item.refusal ? (
      <Button kind="primary" icon="pencil" wide big href={isFinal(item.refusal) || bodyOfUnsent(item).nil ? sessionPath(item.id) : mendPath(item.id)}>
        {isFinal(item.refusal) || bodyOfUnsent(item).nil ? tOwn('sent.look') : t('detail.mend')}
      </Button>
    ) : (
      <Button kind="primary" icon="refresh" wide big onClick={() => void sendAll(true)}>
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
  const { data, failure } = useOpened(id, !item && !answered);
  const session = item ? null : (answered ?? data);
  return (
    <Page title={tOwn('sent.title')} back={HOME}>
      {session ? (
        <Received session={session} />
      ) : sending.value.length > 0 || (!item && !failure) ? (
        <Loading label={tOwn('sent.sending')} />
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
