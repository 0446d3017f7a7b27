import type { ComponentChildren } from 'preact';
import { problemText } from '../api/client';
import { Button, Loading, Notice } from '../ui';
import { t } from './i18n';
import { Failed } from './Loaded';
import type { Pages } from '../data/usePages';

type Props<Item> = { pages: Pages<Item>; empty: ComponentChildren; children: (items: Item[]) => ComponentChildren };

export const Paged = <Item,>({ pages, empty, children }: Props<Item>) => {
  const { items, failure, loading, hasMore, more, reload } = pages;
  if (items === null) return failure ? <Failed failure={failure} retry={reload} /> : <Loading />;
  return (
    <div class="loaded stack">
      {items.length === 0 ? empty : children(items)}
      {failure !== null && <Notice tone="returned" icon="warning" title={problemText(failure)} live />}
      {hasMore && (
        <Button onClick={more} busy={loading}>
          {t('list.more')}
        </Button>
      )}
    </div>
  );
};
