// Several tabs of one person: one of them sends at a time, and all of them see what came of it.

type Word = { user: number; is: 'changed'; enqueued: string | null };
const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel('nhat-ky-to-so') : null;

/** `enqueued`: the id of what was frozen just now. */
export const tell = (user: number, enqueued: string | null = null): void => channel?.postMessage({ user, is: 'changed', enqueued } satisfies Word);
/** Until what it gives back is called. The tab that tells does not hear itself. */
export const listen = (act: (user: number, enqueued: string | null) => void): (() => void) => {
  const hear = ({ data }: MessageEvent<Word>) => {
    if (data?.is === 'changed') act(data.user, data.enqueued ?? null);
  };
  channel?.addEventListener('message', hear);
  return () => channel?.removeEventListener('message', hear);
};

/** Where the browser has no locks (plain http), two tabs may send the same: the server then knows
 * the second for a repetition. */
export const alone = <Result>(name: string, act: () => Promise<Result>): Promise<Result> =>
  navigator.locks ? (navigator.locks.request(name, act) as Promise<Result>) : act();
