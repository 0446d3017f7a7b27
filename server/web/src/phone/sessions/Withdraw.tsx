import { useState } from 'preact/hooks';
import { api, problemText } from '../../api/client';
import { Button, Dialog, Notice, TextArea } from '../../ui';
import { t } from '../i18n';

type Props = { id: string; etag: string; open: boolean; onClose: () => void; onDone: () => void };

const SHORTEST = 3;

/** Asks once, and why: the officer reads it. */
export const Withdraw = ({ id, etag, open, onClose, onDone }: Props) => {
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState('');
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);
  const withdraw = async () => {
    if (busy) return;
    setWrong(reason.trim().length < SHORTEST ? t('withdraw.reason_required') : '');
    setFailure('');
    if (reason.trim().length < SHORTEST) return document.getElementById('reason')?.focus();
    setBusy(true);
    try {
      await api.DELETE('/api/v1/sessions/{session_id}', { params: { path: { session_id: id }, header: { 'If-Match': etag } }, body: { reason: reason.trim() } });
      onClose();
      onDone();
    } catch (thrown) {
      setFailure(problemText(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('withdraw.title')}
      actions={
        <>
          <Button onClick={onClose}>{t('withdraw.no')}</Button>
          <Button kind="danger" busy={busy} onClick={withdraw}>
            {t('action.withdraw')}
          </Button>
        </>
      }
    >
      <div class="stack">
        {failure && <Notice tone="returned" icon="warning" title={failure} live />}
        <p>{t('withdraw.help')}</p>
        <TextArea id="reason" label={t('withdraw.reason')} value={reason} onValue={setReason} error={wrong || undefined} />
      </div>
    </Dialog>
  );
};
