import { useState } from 'preact/hooks';
import { Button, Dialog, TextArea } from '../../ui';
import { t } from '../i18n';
import { freezeWithdrawal } from '../outbox/freeze';
import { enqueue } from '../outbox/keep';
import type { CachedSession } from '../store/schema';

type Props = { session: CachedSession; open: boolean; onClose: () => void };

const SHORTEST = 3;

/** Asks once, and why: the officer reads it. Kept on the phone like any other thing to send. */
export const Withdraw = ({ session, open, onClose }: Props) => {
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState('');
  const [busy, setBusy] = useState(false);
  const withdraw = async () => {
    if (busy) return;
    setWrong(reason.trim().length < SHORTEST ? t('withdraw.reason_required') : '');
    if (reason.trim().length < SHORTEST) return document.getElementById('reason')?.focus();
    setBusy(true);
    await enqueue(freezeWithdrawal(session, reason.trim()), session.id);
    onClose();
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
        <p>{t('withdraw.help')}</p>
        <TextArea id="reason" label={t('withdraw.reason')} value={reason} onValue={setReason} error={wrong || undefined} />
      </div>
    </Dialog>
  );
};
