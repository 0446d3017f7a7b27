// Whenever the server can be asked again.
import { useEffect, useRef } from 'preact/hooks';
import { signedOut } from '../api/client';

/** Runs the latest `act` whenever the network returns, or the sign-in does. */
export const useOnline = (act: () => unknown): void => {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const run = () => latest.current();
    addEventListener('online', run);
    let wasOut = signedOut.peek();
    const stop = signedOut.subscribe((isOut) => {
      const isBack = wasOut && !isOut;
      wasOut = isOut;
      if (isBack) run();
    });
    return () => {
      stop();
      removeEventListener('online', run);
    };
  }, []);
};
