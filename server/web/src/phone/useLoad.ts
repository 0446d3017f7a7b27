import { useEffect, useState } from 'preact/hooks';
import { problemText } from '../api/client';

type Loaded<Data> = { data: Data | null; failure: string };

/** What a screen needs from the server; old data stays on screen while new is on its way. */
export const useLoad = <Data>(load: () => Promise<Data>, needs: readonly unknown[]) => {
  const [loaded, setLoaded] = useState<Loaded<Data>>({ data: null, failure: '' });
  const [times, setTimes] = useState(0);
  useEffect(() => {
    let isWanted = true;
    load().then(
      (data) => isWanted && setLoaded({ data, failure: '' }),
      (failure: unknown) => isWanted && setLoaded((before) => ({ ...before, failure: problemText(failure) })),
    );
    return () => {
      isWanted = false;
    };
  }, [...needs, times]);
  return { ...loaded, reload: () => setTimes(times + 1) };
};
