// Asks again and again while something is at work on the server.
import { useEffect, useState } from 'preact/hooks';
import { read, type Batch } from './batches';

const EVERY_MS = 1000;

/** How far the server has come with a file, as of a second ago; null until it says something. */
export const useAsked = (id: string | null): Batch | null => {
  const [batch, setBatch] = useState<Batch | null>(null);
  useEffect(() => {
    setBatch(null);
    if (id === null) return undefined;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = () => {
      // Until the first row is read, the server does not know of it.
      read(id)
        .then((told) => !isOver && setBatch(told))
        .catch(() => {})
        .finally(() => {
          if (!isOver) timer = setTimeout(ask, EVERY_MS);
        });
    };
    timer = setTimeout(ask, EVERY_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [id]);
  return batch;
};
