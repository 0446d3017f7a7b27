// A number that is called with one tap.
import { spacedPhone } from '../data/phone';
import { Icon } from '../ui';
import { t } from './i18n';

export const Call = ({ name, phone }: { name: string; phone: string }) => (
  <a class="call" href={`tel:${phone}`} aria-label={t('call', { name, phone: spacedPhone(phone) })}>
    <Icon name="phone" size={16} />
    {spacedPhone(phone)}
  </a>
);
