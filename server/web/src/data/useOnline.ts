import { useEffect, useRef } from 'preact/hooks';

/** Runs the latest `act` whenever the network returns. */
export const useOnline = (act: () => unknown): void => {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const run = () => latest.current();
    addEventListener('online', run);
    return () => removeEventListener('online', run);
  }, []);
};
