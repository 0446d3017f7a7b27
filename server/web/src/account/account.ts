// Who is signed in.
import { signal } from '@preact/signals';
import { api, ok, signedOut } from '../api/client';
import type { Me, Role } from '../api/types';

export const OFFICE = '/van-phong/';
export const PHONE = '/';

export const me = signal<Me | null>(null);

export const homeOf = (role: Role): string => (role === 'volunteer' ? PHONE : OFFICE);
export const may = (permission: string): boolean => me.value?.permissions.includes(permission) ?? false;

export const loadMe = async (): Promise<Me> => {
  const loaded = await ok(api.GET('/api/v1/auth/me'));
  me.value = loaded;
  signedOut.value = false;
  return loaded;
};

export const signIn = async (phone: string, secret: string): Promise<Me> => {
  await api.POST('/api/v1/auth/login', { body: { phone, secret } });
  return loadMe();
};

export const chooseSecret = async (secret: string, current?: string): Promise<void> => {
  await api.POST('/api/v1/auth/secret', { body: current === undefined ? { secret } : { secret, current } });
};

export const signOut = async (): Promise<void> => {
  await api.POST('/api/v1/auth/logout');
  me.value = null;
  signedOut.value = true;
};

/** "+84 912.345.678" and "0912 345 678" are one number. */
export const canonicalPhone = (typed: string): string => typed.replace(/[\s.\-()]/g, '').replace(/^(\+84|0084|84(?=\d{9}$))/, '0');
export const isPhone = (phone: string): boolean => /^0\d{9}$/.test(phone);
