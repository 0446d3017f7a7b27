// P4: records a session, or mends one; P5 stands behind "Gửi" at the same address.
import { useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { Loading } from '../../ui';
import { go } from '../../router';
import { t } from '../i18n';
import { refresh, unsent } from '../outbox/outbox';
import { HOME, RECORD, sessionPath } from '../paths';
import { NEW_DRAFT } from '../store/drafts';
import { store } from '../store/open';
import { Failed } from '../shell/Failed';
import { Page } from '../shell/Page';
import { useLoad } from '../../data/useLoad';
import { newUuid } from '../../data/uuid';
import { FormScreen } from './FormScreen';
import type { Form } from './form';
import { startMending, startNew } from './start';

export const RecordScreen = ({ id }: { id: string | null }) => {
  const kept = store.value;
  const [{ round, own }, setRound] = useState<{ round: number; own: Form | null }>({ round: 0, own: null });
  const { data, failure, reload } = useLoad(async () => {
    if (!kept) return null;
    if (own) await kept.drafts.save({ key: NEW_DRAFT, id: newUuid(), form: own, etag: null, savedAt: new Date().toISOString() });
    const start = await (id === null ? startNew(kept) : startMending(id, unsent.peek().find((item) => item.id === id), kept));
    if (!start) go(sessionPath(id ?? ''), { replace: true });
    return start && { start, round };
  }, [id, round]);
  const title = t(id === null ? 'form.title' : 'form.title_mend');
  const back = id === null ? HOME : sessionPath(id);
  const waiting = (content: ComponentChildren) => (
    <Page title={title} back={back}>
      {content}
    </Page>
  );
  if (!kept || (!data && !failure)) return waiting(<Loading />);
  if (!data) return waiting(<Failed why={failure} onRetry={reload} />);
  const again = (form: Form | null) => setRound({ round: round + 1, own: form });
  const startAgain = () => {
    void kept.drafts.drop(id ?? NEW_DRAFT).then(() => {
      void refresh(kept);
      again(null);
    });
  };
  return <FormScreen key={data.round} start={data.start} store={kept} title={title} back={back} here={id === null ? RECORD : `${sessionPath(id)}/sua`} onStartAgain={startAgain} onSentElsewhere={again} />;
};
