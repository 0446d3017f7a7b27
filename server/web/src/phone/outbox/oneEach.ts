import type { Store } from '../store/open';

/** One run at a time for each store: what hangs of the last person's keeps nobody else waiting. */
export const oneEach = (act: (from: Store) => Promise<unknown>): ((from: Store) => Promise<void>) => {
  const running = new WeakMap<Store, Promise<void>>();
  return (from) => {
    const done =
      running.get(from) ??
      act(from)
        .finally(() => running.delete(from))
        .then(() => {});
    running.set(from, done);
    return done;
  };
};
