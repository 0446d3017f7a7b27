// A tab that is looked at again after another.
import { useEffect, useRef } from 'preact/hooks';

export const useVisible = (act: () => void): void => {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && latest.current();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
};
