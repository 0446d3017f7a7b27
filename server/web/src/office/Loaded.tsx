// The four ways that a read can stand: on its way, failed, not allowed, there.
import type { ComponentChildren } from 'preact';
import { isProblem, problemText } from '../api/client';
import { Button, EmptyState, Loading, Notice } from '../ui';
import { t } from './i18n';
import type { Load } from '../data/useLoad';

export const Failed = ({ failure, retry }: { failure: unknown; retry: () => void }) => {
  const isForbidden = isProblem(failure) && failure.status === 403;
  return (
    <EmptyState
      icon={isForbidden ? 'cancel' : 'offline'}
      title={t(isForbidden ? 'load.forbidden' : 'load.failed')}
      action={isForbidden ? undefined : <Button onClick={retry}>{t('action.retry')}</Button>}
    >
      {problemText(failure)}
    </EmptyState>
  );
};

type Props<Data> = { load: Load<Data>; children: (data: Data) => ComponentChildren };

export const Loaded = <Data,>({ load, children }: Props<Data>) => {
  const { data, failure, loading, reload } = load;
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
