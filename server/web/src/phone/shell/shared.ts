// A phone that several people use signs out by itself when nobody has touched it for a while. What is
// unsent or half written stays, for when its author signs in again.
import { me, signOut } from '../../account/account';
import { fact, setFact } from '../../account/device';
import { go } from '../../router';
import { HOME } from '../paths';
import { isLong } from './idle';

const LOOK_MS = 30_000;
let touched = Date.now();

const leave = async (): Promise<void> => {
  go(HOME, { replace: true });
  await signOut();
};

const look = async (): Promise<void> => {
  if (!me.value || !(await fact('is_shared'))) return;
  if (isLong(Date.now(), touched)) await leave();
  else await setFact('touched_at', touched);
};

/** Before anybody is shown: the app may have been closed meanwhile. */
export const leaveIfIdle = async (): Promise<void> => {
  const last = await fact('touched_at');
  if (last !== undefined && (await fact('is_shared')) && isLong(Date.now(), last)) await signOut();
};

export const startShared = (): void => {
  const touch = () => {
    // The first touch after a long while is the next person's: it is looked at before it counts.
    if (isLong(Date.now(), touched)) void look();
    else touched = Date.now();
  };
  for (const type of ['pointerdown', 'keydown'] as const) addEventListener(type, touch, { capture: true, passive: true });
  document.addEventListener('visibilitychange', () => void look());
  setInterval(() => void look(), LOOK_MS);
};
