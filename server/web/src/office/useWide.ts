import { useEffect, useState } from 'preact/hooks';

/** Whether there is room for things side by side. */
export const useWide = (px: number): boolean => {
  const query = `(min-width: ${px}px)`;
  const [isWide, setIsWide] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const change = () => setIsWide(list.matches);
    list.addEventListener('change', change);
    return () => list.removeEventListener('change', change);
  }, [query]);
  return isWide;
};
