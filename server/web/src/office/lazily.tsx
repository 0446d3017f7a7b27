// Screens that the first one can do without: fetched when somebody opens them, or ahead of that.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { isServed } from '../data/served';
import { translated } from '../i18n';
import { Button, EmptyState, Loading } from '../ui';
import { t } from './i18n';
import { isFirstTry, worked } from './reloading';

/** The network is away, or the page is older than what the server has. */
const NotLoaded = ({ onRetry }: { onRetry: () => Promise<unknown> }) => {
  const [isAway, setAway] = useState(false);
  const retry = async () => {
    setAway(false);
    if (await onRetry().then(() => true, () => false)) return;
    // A browser remembers a script that it could not fetch; a reload where nobody answers ends white.
    if (await isServed()) location.reload();
    else setAway(true);
  };
  return (
    <EmptyState icon="refresh" title={t('screen.not_loaded')} action={<Button onClick={() => void retry()}>{t('action.retry')}</Button>}>
      <span role="status">{t(isAway ? 'screen.still_away' : 'screen.not_loaded_help')}</span>
    </EmptyState>
  );
};

type Lazy<Props> = ComponentType<Props> & { ahead: () => Promise<unknown> };

/** `lazily(() => import('./audit/AuditLog').then((m) => m.AuditLog))` is a screen like any other. */
export const lazily = <Props extends object>(load: () => Promise<ComponentType<Props>>): Lazy<Props> => {
  let loaded: ComponentType<Props> | null = null;
  const ahead = async () => {
    const screen = await load();
    await translated();
    loaded = screen;
  };
  const Screen = (props: Props) => {
    const [Shown, setShown] = useState<ComponentType<Props> | null>(() => loaded);
    const [hasFailed, setFailed] = useState(false);
    const show = async () => {
      await ahead();
      worked();
      setShown(() => loaded);
    };
    const failed = async () => {
      // After an update the old page's files are gone: the new page has its own.
      if ((await isServed()) && isFirstTry()) location.reload();
      else setFailed(true);
    };
    useEffect(() => {
      if (!Shown) show().catch(failed);
    }, []);
    if (Shown) return <Shown {...props} />;
    return hasFailed ? <NotLoaded onRetry={show} /> : <Loading />;
  };
  return Object.assign(Screen, { ahead });
};
