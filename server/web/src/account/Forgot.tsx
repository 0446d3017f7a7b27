// Who helps when the PIN is forgotten, and how it goes on.
import { useEffect, useState } from 'preact/hooks';
import type { Me } from '../api/types';
import { t } from '../i18n';
import { Button, Dialog } from '../ui';
import { fact } from './device';

type Props = { open: boolean; onClose: () => void };

export const Forgot = ({ open, onClose }: Props) => {
  const [contact, setContact] = useState<Me['contact']>(null);
  useEffect(() => {
    if (open) void fact('contact').then((known) => setContact(known ?? null));
  }, [open]);
  return (
    <Dialog open={open} onClose={onClose} title={t('sign_in.forgot')} actions={<Button onClick={onClose}>{t('sign_in.have_code')}</Button>}>
      <ol class="points">
        <li>
          {contact ? t('sign_in.forgot_call', { name: contact.name }) : t('sign_in.forgot_ask')}
          {contact?.phone && (
            <Button wide icon="phone" href={`tel:${contact.phone}`}>
              {t('sign_in.call', { phone: contact.phone })}
            </Button>
          )}
        </li>
        <li>{t('sign_in.forgot_code')}</li>
        <li>{t('sign_in.forgot_enter')}</li>
      </ol>
      <p class="hint">{t('sign_in.forgot_kept')}</p>
    </Dialog>
  );
};
