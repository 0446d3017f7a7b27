// What somebody's phones still hold: nobody is locked out with work on them unseen.
import type { ComponentChildren } from 'preact';
import type { Phone } from '../../api/types';
import { useLoad } from '../../data/useLoad';
import { instant } from '../../i18n/formats';
import { Notice } from '../../ui';
import { Call } from '../Call';
import { t } from './i18n';
import { phonesOf } from './asks';
import { deviceName } from './device';

const words = ({ label, waiting, missing, last_seen_at }: Phone): string =>
  [
    t('phone.seen', { device: deviceName(label), when: instant(last_seen_at) }),
    waiting > 0 && t('phone.waiting', { n: waiting }),
    missing > 0 && t('phone.missing', { n: missing }),
  ]
    .filter(Boolean)
    .join(' ');

export const Unsent = ({ phones, children }: { phones: readonly Phone[]; children?: ComponentChildren }) => {
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

export type Holder = { user_id: number; name: string; phone: string | null };

/** Each person is asked after by themselves: a team has few, and of more it is not told whose they are. */
const MOST = 30;

const holding = async (people: readonly Holder[]) => {
  const once = people.filter(({ user_id }, i) => people.findIndex((one) => one.user_id === user_id) === i);
  if (once.length > MOST) return [];
  const read = ({ user_id }: Holder) => phonesOf(user_id).then(({ items }) => items.filter(({ waiting }) => waiting > 0));
  const phones = await Promise.all(once.map((one) => read(one).catch((): Phone[] => [])));
  return once.map((one, i) => ({ ...one, phones: phones[i] ?? [] })).filter((one) => one.phones.length > 0);
};

/** Whose `n` unsent sessions are, with the number to call; read again as they become more or fewer. */
export const Holders = ({ people, n }: { people: readonly Holder[]; n: number }) => {
  const { data } = useLoad(() => holding(people), [n]);
  const named = (data ?? []).flatMap(({ phones }) => phones).reduce((sum, { waiting }) => sum + waiting, 0);
  return (
    <>
      {data?.map(({ user_id, name, phone, phones }) => (
        <span class="holder" key={user_id}>
          <strong>{name}</strong>
          {phone && <Call name={name} phone={phone} />}
          {phones.map((one) => (
            <span class="notice-more" key={one.device_id}>
              {words({ ...one, missing: 0 })}
            </span>
          ))}
        </span>
      ))}
      {named > 0 && named < n && <span class="notice-more">{t('phone.others', { n: n - named })}</span>}
    </>
  );
};
