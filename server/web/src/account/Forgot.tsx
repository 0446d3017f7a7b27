// Who helps when the PIN is forgotten, and how it goes on.
import { useEffect, useState } from 'preact/hooks';
import type { Me } from '../api/types';
import { spacedPhone } from '../data/phone';
import { place } from '../router';
import { Button, Dialog } from '../ui';
import { OFFICE } from './account';
import { fact } from './device';
import { t } from './forgotTexts';

type Props = { onClose: () => void };

/** Officers are helped by the level above them. */
const OfOfficers = ({ onClose }: Props) => (
  <Dialog open onClose={onClose} title={t('sign_in.forgot')} actions={<Button onClick={onClose}>{t('sign_in.have_code')}</Button>}>
    <ol class="points">
      <li>{t('sign_in.forgot_above')}</li>
      <li>{t('sign_in.forgot_enter_office')}</li>
    </ol>
  </Dialog>
);

export const Forgot = ({ onClose }: Props) => {
  const [contact, setContact] = useState<Me['contact']>(null);
  useEffect(() => {
    void fact('contact').then((known) => setContact(known ?? null));
  }, []);
  if (place.value.path.startsWith(OFFICE.slice(0, -1))) return <OfOfficers onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} title={t('sign_in.forgot')} actions={<Button onClick={onClose}>{t('sign_in.have_code')}</Button>}>
      <ol class="points">
        <li>
          {contact ? t('sign_in.forgot_call', { name: contact.name }) : t('sign_in.forgot_ask')}
          {contact?.phone && (
            <Button wide icon="phone" href={`tel:${contact.phone}`}>
              {t('sign_in.call', { phone: spacedPhone(contact.phone) })}
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
