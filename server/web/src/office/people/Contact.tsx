// Who somebody is: a name, and the phone number that they sign in with.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { canonicalPhone, isPhone, OFFICE } from '../../account/account';
import { spacedPhone } from '../../data/phone';
import { useLoad } from '../../data/useLoad';
import { TextInput } from '../../ui';
import type { Person } from '../../api/types';
import type { Wrong } from '../FormDialog';
import { ofPhone } from './asks';
import { t } from './i18n';

type Typed = { name: string; phone: string };

/** `known`: who it is so far. */
export const useContact = (known?: { name: string; phone: string | null }) => {
  const [typed, type] = useState<Typed>({ name: known?.name ?? '', phone: known?.phone ? spacedPhone(known.phone) : '' });
  const contact = { name: typed.name.trim(), phone: canonicalPhone(typed.phone) };
  return { typed, type, contact, hasName: contact.name.length >= 2, hasPhone: isPhone(contact.phone) };
};

/** `offer`: what can be done with who has the number already. */
type Offer = (owner: Person) => ComponentChildren;
type Props = { id: string; of: ReturnType<typeof useContact>; wrong: Wrong; offer?: Offer };

/** Whose a number that was refused is, where the reader sees them: there it is seen what to do. */
const Owner = ({ phone, offer }: { phone: string; offer: Offer | undefined }) => {
  const found = useLoad(() => ofPhone(phone), [phone]);
  const owner = found.data?.items[0];
  return owner ? (
    <>
      {offer?.(owner)}
      <p>
        <a href={`${OFFICE}nguoi-dung/${owner.id}`}>{t('contact.owner', { name: owner.name })}</a>
      </p>
    </>
  ) : null;
};

export const Contact = ({ id, of: { typed, type, contact, hasName, hasPhone }, wrong, offer }: Props) => (
  <>
    <TextInput
      id={`${id}-name`}
      label={t('members.name')}
      value={typed.name}
      onValue={(name) => type({ ...typed, name })}
      maxLength={120}
      error={wrong('/name', !hasName && t('members.need_name'))}
    />
    <TextInput
      id={`${id}-phone`}
      type="tel"
      inputMode="tel"
      label={t('members.phone')}
      value={typed.phone}
      onValue={(phone) => type({ ...typed, phone })}
      error={wrong('/phone', !hasPhone && t('members.need_phone'))}
    />
    {hasPhone && wrong('/phone') && <Owner phone={contact.phone} offer={offer} />}
  </>
);
