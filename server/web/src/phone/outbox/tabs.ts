// Several tabs of one person: one of them sends at a time, and all of them see what came of it.

type Word = { user: number; is: 'changed' };
const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel('nhat-ky-to-so') : null;

export const tell = (user: number): void => channel?.postMessage({ user, is: 'changed' } satisfies Word);
export const listen = (act: (user: number) => void): void =>
  channel?.addEventListener('message', ({ data }: MessageEvent<Word>) => {
    if (data?.is === 'changed') act(data.user);
  });

/** Where the browser has no locks (plain http), two tabs may send the same: the server then knows
 * the second for a repetition. */
export const alone = <Result>(name: string, act: () => Promise<Result>): Promise<Result> =>
  navigator.locks ? (navigator.locks.request(name, act) as Promise<Result>) : act();
