import { useEffect, useState } from 'preact/hooks';

/** Whether the page is on its way to paper, where there is nothing to press to see the rest. */
export const usePrinting = (): boolean => {
  const [isPrinting, setIsPrinting] = useState(() => matchMedia('print').matches);
  useEffect(() => {
    const list = matchMedia('print');
    const change = () => setIsPrinting(list.matches);
    const start = () => setIsPrinting(true);
    const end = () => setIsPrinting(false);
    list.addEventListener('change', change);
    addEventListener('beforeprint', start);
    addEventListener('afterprint', end);
    return () => {
      list.removeEventListener('change', change);
      removeEventListener('beforeprint', start);
      removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
};
