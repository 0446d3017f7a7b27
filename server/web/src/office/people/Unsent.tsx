// What somebody's phones still hold: nobody is locked out with work on them unseen.
import type { Phone } from '../../api/types';
import { instant } from '../../i18n/formats';
import { Notice } from '../../ui';
import { t } from './i18n';
import { deviceName } from './device';

const words = ({ label, waiting, missing, last_seen_at }: Phone): string =>
  [
    t('phone.seen', { device: deviceName(label), when: instant(last_seen_at) }),
    waiting > 0 && t('phone.waiting', { n: waiting }),
    missing > 0 && t('phone.missing', { n: missing }),
  ]
    .filter(Boolean)
    .join(' ');

export const Unsent = ({ phones, children }: { phones: readonly Phone[]; children?: preact.ComponentChildren }) => {
  const told = phones.filter(({ waiting, missing }) => waiting > 0 || missing > 0);
  if (told.length === 0) return null;
  return (
    <Notice tone="pending" icon="warning" title={t('phone.title')}>
      {told.map((phone) => (
        <span class="notice-more" key={phone.device_id}>
          {words(phone)}
        </span>
      ))}
      {children}
    </Notice>
  );
};
