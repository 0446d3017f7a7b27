// What nobody should have to type twice: for as long as the tab lives, and never the PIN. A request
// that waits for approval outlives the tab.
import { newUuid } from '../../data/uuid';

export type Typed = { request_id: string; name: string; phone: string };
export type Waiting = { token: string; request_id: string; phone: string; team: string };

const passing = new Map<string, string>();
// Storage is refused outright in some private windows.
const attempt = <Result>(act: () => Result, otherwise: Result): Result => {
  try {
    return act();
  } catch {
    return otherwise;
  }
};

const typedKey = (token: string): string => `moi ${token}`;

const parsed = <Value>(text: string | null | undefined): Value | null => attempt(() => (text ? (JSON.parse(text) as Value) : null), null);

/** Made once for an invitation on this device: asked twice, it is answered twice and done once. */
export const typedFor = (token: string, name: string): Typed => {
  const key = typedKey(token);
  const kept = parsed<Typed>(attempt(() => sessionStorage.getItem(key), null) ?? passing.get(key));
  if (kept) return kept;
  const begun = { request_id: newUuid(), name, phone: '' };
  keepTyped(token, begun);
  return begun;
};

export const keepTyped = (token: string, { request_id, name, phone }: Typed): void => {
  const text = JSON.stringify({ request_id, name, phone });
  passing.set(typedKey(token), text);
  attempt(() => sessionStorage.setItem(typedKey(token), text), undefined);
};

export const dropTyped = (token: string): void => {
  passing.delete(typedKey(token));
  attempt(() => sessionStorage.removeItem(typedKey(token)), undefined);
};

const WAITING = 'moi';
export const keepWaiting = (waiting: Waiting): void => attempt(() => localStorage.setItem(WAITING, JSON.stringify(waiting)), undefined);
export const dropWaiting = (): void => attempt(() => localStorage.removeItem(WAITING), undefined);
export const waitingHere = (): Waiting | null => parsed<Waiting>(attempt(() => localStorage.getItem(WAITING), null));
