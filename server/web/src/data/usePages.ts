// A list that the server hands out page by page.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Page } from '../api/types';
import { useOnline } from './useOnline';

export type Pages<Item> = {
  items: Item[] | null;
  hasMore: boolean;
  loading: boolean;
  failure: unknown;
  more: () => void;
  reload: () => void;
  /** For what was just changed by hand, without asking again. */
  set: (items: Item[]) => void;
};

export const usePages = <Item>(read: (cursor?: string) => Promise<Page<Item>>, inputs: readonly unknown[]): Pages<Item> => {
  // Items know which list they are of: while the next one is on its way, nobody may take the old
  // one's rows for it, and decide about the wrong session.
  const key = JSON.stringify(inputs);
  const [listed, setListed] = useState<{ key: string; items: Item[] } | null>(null);
  const items = listed?.key === key ? listed.items : null;
  const [cursor, setCursor] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [loading, setLoading] = useState(true);
  const turn = useRef(0);
  const load = (from: string | null) => {
    const mine = ++turn.current;
    setLoading(true);
    read(from ?? undefined)
      .then((page) => {
        if (mine !== turn.current) return;
        // What was changed by hand while they were on their way stays changed.
        setListed((now) => ({ key, items: [...((from && now?.items) || []), ...page.items] }));
        setCursor(page.next_cursor);
        setFailure(null);
        setLoading(false);
      })
      .catch((thrown: unknown) => {
        if (mine !== turn.current) return;
        setFailure(thrown);
        setLoading(false);
      });
  };
  const reload = () => load(null);
  useEffect(() => {
    setListed(null);
    reload();
  }, inputs);
  useEffect(() => () => void turn.current++, []);
  const more = () => load(cursor);
  useOnline(() => failure !== null && (items === null ? reload() : more()));
  return { items, hasMore: cursor !== null, loading, failure, more, reload, set: (changed) => setListed({ key, items: changed }) };
};
