// Signing out, or making room for the next person: what is unsent stays on this phone.
import { useState } from 'preact/hooks';
import { me, signOut } from '../../account/account';
import { go } from '../../router';
import { Button, Notice, Sheet } from '../../ui';
import { t } from '../i18n';
import { unsent } from '../outbox/outbox';
import { HOME } from '../paths';

type Props = { open: boolean; onClose: () => void; title: string };

export const Leave = ({ open, onClose, title }: Props) => {
  const [busy, setBusy] = useState(false);
  const leave = async () => {
    if (busy) return;
    setBusy(true);
    // At once, also without a network; what follows is no longer this person's.
    go(HOME, { replace: true });
    await signOut();
  };
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onClick={onClose}>{t('leave.stay')}</Button>
          <Button busy={busy} icon="logout" onClick={leave}>
            {t('action.sign_out')}
          </Button>
        </>
      }
    >
      <div class="stack">
        <p>{t('leave.who', { name: me.value?.user.name ?? '' })}</p>
        {unsent.value.length > 0 && (
          <Notice tone="pending" icon="warning" title={t('leave.unsent', { n: unsent.value.length })}>
            {t('leave.unsent_help', { name: me.value?.user.name ?? '' })}
          </Notice>
        )}
      </div>
    </Sheet>
  );
};
