// The ways that a read can stand: on its way, failed, not allowed, nothing there, there.
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { OFFICE } from '../account/account';
import { isProblem, onScreen, problemText } from '../api/client';
import { Button, EmptyState, Icon, Loading, Notice } from '../ui';
import { t } from './i18n';
import type { Load } from '../data/useLoad';

const refuses = (failure: unknown): boolean => isProblem(failure) && failure.status === 403;

/** What was theirs when the page was opened may be somebody else's now. */
const useRefusal = (failure: unknown): void => {
  useEffect(() => {
    if (refuses(failure)) onScreen.look();
  }, [failure]);
};

/** In place of a whole screen, whose heading it is. */
const Nothing = () => (
  <div class="empty">
    <Icon name="search" size={32} />
    <h1 class="empty-title">{t('load.nothing')}</h1>
    <p class="quiet">{t('load.nothing_text')}</p>
    <Button href={OFFICE}>{t('load.home')}</Button>
  </div>
);

export const Failed = ({ failure, retry }: { failure: unknown; retry: () => void }) => {
  useRefusal(failure);
  if (refuses(failure))
    return (
      <EmptyState icon="cancel" title={t('load.forbidden')}>
        {problemText(failure)}
      </EmptyState>
    );
  if (isProblem(failure) && failure.status === 404) return <Nothing />;
  return (
    <EmptyState icon={isProblem(failure) ? 'warning' : 'offline'} title={t('load.failed')} action={<Button onClick={retry}>{t('action.retry')}</Button>}>
      {problemText(failure)}
    </EmptyState>
  );
};

type Props<Data> = { load: Load<Data>; children: (data: Data) => ComponentChildren };

export const Loaded = <Data,>({ load, children }: Props<Data>) => {
  const { data, failure, loading, reload } = load;
  useRefusal(failure);
  if (data === null) return failure ? <Failed failure={failure} retry={reload} /> : <Loading />;
  return (
    <div class={loading ? 'loaded is-renewing' : 'loaded'} aria-busy={loading}>
      {failure !== null && (
        <Notice tone="returned" icon="warning" title={problemText(failure)} live action={<Button onClick={reload}>{t('action.retry')}</Button>} />
      )}
      {children(data)}
    </div>
  );
};
