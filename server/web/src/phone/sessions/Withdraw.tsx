import { useState } from 'preact/hooks';
import { Button, Dialog, Notice, TextArea } from '../../ui';
import { t } from '../i18n';
import { freezeWithdrawal } from '../outbox/freeze';
import { enqueue, openedStore } from '../outbox/keep';
import type { CachedSession } from '../store/schema';
import { tOwn } from './texts';

type Props = { session: CachedSession; open: boolean; onClose: () => void };

const SHORTEST = 3;

/** Asks once, and why: the officer reads it. Kept on the phone like any other thing to send. */
export const Withdraw = ({ session, open, onClose }: Props) => {
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState('');
  const [busy, setBusy] = useState(false);
  const [isKept, setKept] = useState(true);
  const withdraw = async () => {
    if (busy) return;
    setWrong(reason.trim().length < SHORTEST ? tOwn('withdraw.reason_required') : '');
    if (reason.trim().length < SHORTEST) return document.getElementById('reason')?.focus();
    setBusy(true);
    try {
      await enqueue(openedStore(), freezeWithdrawal(session, reason.trim()), { draftKey: session.id });
    } catch {
      setBusy(false);
      return setKept(false);
    }
    onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={tOwn('withdraw.title')}
      actions={
        <>
          <Button onClick={onClose}>{tOwn('withdraw.no')}</Button>
          <Button kind="danger" busy={busy} onClick={withdraw}>
            {t('action.withdraw')}
          </Button>
        </>
      }
    >
      <div class="stack">
        {!isKept && <Notice tone="returned" icon="warning" title={t('outbox.not_kept')} live />}
        <p>{tOwn('withdraw.help')}</p>
        <TextArea id="reason" label={tOwn('withdraw.reason')} value={reason} onValue={setReason} error={wrong || undefined} />
      </div>
    </Dialog>
  );
};
