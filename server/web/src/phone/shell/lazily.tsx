// Screens that home and recording can do without: loaded when somebody opens them.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { isServed } from '../../data/served';
import { Button, EmptyState, Loading } from '../../ui';
import { t } from '../i18n';

/** Not on this phone and not on the server any more: the app is newer than this page. */
const NotLoaded = ({ onRetry }: { onRetry: () => Promise<unknown> }) => {
  const [isOffline, setOffline] = useState(false);
  const reopen = async () => {
    setOffline(false);
    if (await onRetry().then(() => true, () => false)) return;
    // Where nothing is kept for use without a network, a reload would leave an empty page.
    if (navigator.serviceWorker?.controller || (await isServed())) location.reload();
    else setOffline(true);
  };
  return (
    <main id="main" class="page" tabIndex={-1}>
      <EmptyState icon="refresh" title={t('shell.not_loaded')} action={<Button onClick={reopen}>{t('shell.reopen')}</Button>}>
        {t('shell.not_loaded_help')}
      </EmptyState>
      {isOffline && <p role="status">{t('shell.still_offline')}</p>}
    </main>
  );
};

/** `lazily(() => import('../guides/Guides').then((m) => m.Guides))` is a screen like any other. */
export const lazily = <Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> => {
  let loaded: ComponentType<Props> | null = null;
  return (props: Props) => {
    const [Screen, setScreen] = useState<ComponentType<Props> | null>(() => loaded);
    const [hasFailed, setFailed] = useState(false);
    const fetchIt = async () => {
      loaded = await load();
      setScreen(() => loaded);
      setFailed(false);
    };
    useEffect(() => {
      if (!Screen) fetchIt().catch(() => setFailed(true));
    }, []);
    if (Screen) return <Screen {...props} />;
    return hasFailed ? <NotLoaded onRetry={fetchIt} /> : <Loading />;
  };
};
