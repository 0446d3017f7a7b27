// The server's day, for phones whose own clock is wrong: a date is checked against this one.
import { effect } from '@preact/signals';
import { me } from '../account/account';
import { localDay } from '../i18n/format';

let ahead = 0;
effect(() => {
  if (me.value) ahead = new Date(me.value.server_time).getTime() - Date.now();
});

export const now = (): Date => new Date(Date.now() + ahead);
export const today = (): string => localDay(now());
export const yesterday = (): string => localDay(new Date(now().getTime() - 86_400_000));
export const thisMonth = (): string => today().slice(0, 7);
export const lastMonth = (): string => {
  const [year = 0, month = 0] = thisMonth().split('-').map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
};
