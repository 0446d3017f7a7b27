// The screen stays on while people are being counted, where the phone allows it.
import { useEffect } from 'preact/hooks';

type Lock = { release: () => Promise<void> };
type Awake = { wakeLock?: { request: (kind: 'screen') => Promise<Lock> } };

export const useAwake = (): void => {
  useEffect(() => {
    let lock: Lock | null = null;
    let isOver = false;
    const ask = async () => {
      if (document.visibilityState !== 'visible') return;
      const held = (await (navigator as Awake).wakeLock?.request('screen')) ?? null;
      if (isOver) void held?.release();
      else lock = held;
    };
    // Refused when the battery is low; the count is kept all the same.
    const again = () => void ask().catch(() => {});
    again();
    document.addEventListener('visibilitychange', again);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', again);
      void lock?.release().catch(() => {});
    };
  }, []);
};
