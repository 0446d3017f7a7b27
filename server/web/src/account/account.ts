// Who is signed in.
import { signal } from '@preact/signals';
import { api, hasSignIn, isProblem, okIf, onScreen, signedOut, within } from '../api/client';
import type { Me, Role } from '../api/types';
import { hear } from '../data/clock';
import { fact, forget, knownHere, remember, setFact } from './device';

export const OFFICE = '/van-phong/';
export const PHONE = '/';
/** Where a code of an invitation is typed. */
export const INVITED = '/moi';

export const me = signal<Me | null>(null);
/** The sign-in stands over the page, for whoever wants to go on sending. */
export const asksForPin = signal(false);

export const homeOf = (role: Role): string => (role === 'volunteer' ? PHONE : OFFICE);
export const may = (permission: string): boolean => me.value?.permissions.includes(permission) ?? false;

// Grows whenever somebody comes or goes: an answer that was asked for before says nothing any more.
let turn = 0;
let remembering: Promise<void> = Promise.resolve();

export const loadMe = async (): Promise<Me> => {
  const mine = turn;
  const loaded = await okIf(api.GET('/api/v1/auth/me'), ({ user }) => typeof user?.id === 'number');
  hear(loaded.server_time);
  if (mine !== turn) return loaded;
  me.value = loaded;
  signedOut.value = false;
  remembering = remember(loaded).catch(() => {});
  return loaded;
};

let looking: Promise<unknown> | null = null;
onScreen.id = () => me.peek()?.user.id ?? null;
onScreen.look = () => {
  looking ??= loadMe()
    .catch(() => {})
    .finally(() => {
      looking = null;
    });
};

export const signIn = async (phone: string, secret: string): Promise<Me> => {
  // A farewell that arrives later would take the new sign-in away.
  await leaving;
  await api.POST('/api/v1/auth/login', { body: { phone, secret: canonicalSecret(secret) } });
  return comeIn();
};

/** Once the server has set the cookies of somebody new. */
export const comeIn = (): Promise<Me> => {
  turn += 1;
  return loadMe();
};

export const chooseSecret = async (secret: string, current?: string): Promise<void> => {
  await api.POST('/api/v1/auth/secret', { body: current === undefined ? { secret } : { secret, current } });
};

const isSilence = (failure: unknown): boolean => !isProblem(failure) || failure.retryable;
const LOGOUT_MS = 5000;
let leaving: Promise<void> | null = null;

const tellServer = async (): Promise<void> => {
  const who = await fact('leaving');
  if (!who) return;
  try {
    // Whoever has come since stays signed in.
    await api.POST('/api/v1/auth/logout', { fetch: within(LOGOUT_MS), ...(who !== true && { headers: { 'X-User-Id': String(who) } }) });
  } catch (failure) {
    if (isSilence(failure)) return;
  }
  await setFact('leaving', false);
};

/** Tells the server that whoever has left is gone; without a network at the next start. */
export const finishLeaving = (): Promise<void> =>
  (leaving ??= tellServer().finally(() => {
    leaving = null;
  }));

/** At once on this device, also without a network. */
export const signOut = async (): Promise<void> => {
  turn += 1;
  await remembering;
  await setFact('leaving', me.value?.user.id ?? true);
  if (me.value) await forget(me.value.user.id);
  me.value = null;
  signedOut.value = true;
  await finishLeaving();
};

/** Another tab may have signed out, or somebody else in, while this one was out of sight. */
export const lookAgain = async (): Promise<void> => {
  const seen = me.value;
  const id = await fact('signed_in');
  if (!seen || seen !== me.value || id === undefined || id === seen.user.id) return;
  turn += 1;
  me.value = await knownHere();
  signedOut.value = me.value === null;
};

/** The phone opens with what it knows and asks behind it. */
export const enter = async (): Promise<void> => {
  me.value = await knownHere();
  if (me.value) void loadMe().catch(() => {});
  else if (await fact('leaving')) void finishLeaving();
  else if (hasSignIn()) await loadMe();
};

/** "+84 912.345.678" and "0912 345 678" are one number. */
export const canonicalPhone = (typed: string): string => typed.replace(/[\s.\-()]/g, '').replace(/^(\+84|0084|84(?=\d{9}$))/, '0');
export const isPhone = (phone: string): boolean => /^0\d{9}$/.test(phone);

const SHORTEST_PASSWORD = 12;
/** A PIN or a one-time code as it is read out, "8496 2614", is its digits; a password is taken as it is. */
export const canonicalSecret = (typed: string): string => {
  const digits = typed.replace(/[\s.\-\u2010-\u2014]/g, '');
  return typed.trim().length < SHORTEST_PASSWORD && /^\d+$/.test(digits) ? digits : typed;
};
