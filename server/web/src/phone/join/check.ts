// What is wrong with what a newcomer typed.
import { isPhone, canonicalPhone } from '../../account/account';
import { checkSecret } from '../../account/NewSecret';
import { t } from './texts';

export type Filled = { name: string; phone: string; secret: string; again: string };
export type Wrong = Partial<Record<keyof Filled, string | undefined>>;

/** `isKnown`: the number has an account, so its present PIN is asked for, once. */
export const check = ({ name, phone, secret, again }: Filled, isKnown: boolean): Wrong => {
  const number = canonicalPhone(phone);
  return {
    name: name.trim() ? undefined : t('join.name_required'),
    phone: !number ? t('sign_in.phone_required') : isPhone(number) ? undefined : t('sign_in.phone_wrong'),
    ...(isKnown ? { secret: secret ? undefined : t('join.present_required') } : checkSecret('volunteer', secret, again)),
  };
};
