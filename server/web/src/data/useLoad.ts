// One read of the server for a component: again whenever its inputs change, the last answer
// only. What was there stays on screen while the next is on its way.
import { useEffect, useRef, useState } from 'preact/hooks';
import { useOnline } from './useOnline';

export type Load<Data> = { data: Data | null; failure: unknown; loading: boolean; reload: () => void };

export const useLoad = <Data>(read: () => Promise<Data>, inputs: readonly unknown[]): Load<Data> => {
  const [data, setData] = useState<Data | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [loading, setLoading] = useState(true);
  const turn = useRef(0);
  const reload = () => {
    const mine = ++turn.current;
    const isLast = () => mine === turn.current;
    setLoading(true);
    read().then(
      (answer) => {
        if (!isLast()) return;
        setData(answer);
        setFailure(null);
        setLoading(false);
      },
      (thrown: unknown) => {
        if (!isLast()) return;
        setFailure(thrown);
        setLoading(false);
      },
    );
  };
  useEffect(reload, inputs);
  useOnline(() => failure !== null && reload());
  useEffect(() => () => void turn.current++, []);
  return { data, failure, loading, reload };
};
