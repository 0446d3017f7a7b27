// An approved session that is still wrong: its author asks, an officer reopens it.
import { useState } from 'preact/hooks';
import { api, problemText } from '../../api/client';
import { instant } from '../../i18n/formats';
import { Button, Dialog, Notice, TextArea } from '../../ui';
import { t } from '../i18n';
import type { CachedSession } from '../store/schema';
import { quoted } from './words';
import { tOwn } from './texts';

const SHORTEST = 3;

export const AskedBack = ({ session: { asked_back: asked } }: { session: CachedSession }) =>
  asked && (
    <Notice tone="pending" title={tOwn('ask_back.asked')}>
      <span class="line">{quoted(asked.reason)}</span>
      <span class="line">{t('detail.officer', { name: asked.by.name, when: instant(asked.at) })}</span>
    </Notice>
  );

type Props = { session: CachedSession; open: boolean; onClose: () => void; onAsked: () => void };

/** Only with a network: the officer's answer needs one too. */
export const AskBack = ({ session, open, onClose, onAsked }: Props) => {
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState('');
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);
  const ask = async () => {
    if (busy) return;
    const words = reason.trim().normalize('NFC');
    setWrong(words.length < SHORTEST ? tOwn('ask_back.reason_required') : '');
    setFailure('');
    if (words.length < SHORTEST) return document.getElementById('reason')?.focus();
    setBusy(true);
    try {
      await api.POST('/api/v1/sessions/{session_id}/reopen-request', { params: { path: { session_id: session.id } }, body: { reason: words } });
      onAsked();
      onClose();
    } catch (thrown) {
      setFailure(problemText(thrown));
    } finally {
      setBusy(false);
    }
  };
  // What went wrong is over when it is opened again; what was typed is still there.
  const close = () => {
    setFailure('');
    onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={close}
      title={tOwn('ask_back.title')}
      actions={
        <>
          <Button onClick={close}>{t('action.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={ask}>
            {tOwn('ask_back.send')}
          </Button>
        </>
      }
    >
      <div class="stack">
        {failure && <Notice tone="returned" icon="warning" title={failure} live />}
        <p>{tOwn('ask_back.help')}</p>
        <TextArea id="reason" label={tOwn('ask_back.reason')} value={reason} onValue={setReason} error={wrong || undefined} />
      </div>
    </Dialog>
  );
};
