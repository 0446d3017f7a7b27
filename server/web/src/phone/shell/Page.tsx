// The frame of every screen: a head, the one column, and what is kept within the thumb's reach.
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n';
import { Icon, SkipLink } from '../../ui';

type Props = {
  title: string;
  /** Where the arrow leads; without it the screen is one of the four tabs. */
  back?: string;
  onBack?: () => void;
  aside?: ComponentChildren;
  foot?: ComponentChildren;
  /** In place of the plain head. */
  head?: ComponentChildren;
  children: ComponentChildren;
};

export const Page = ({ title, back, onBack, aside, foot, head, children }: Props) => {
  useEffect(() => {
    document.title = `${title} – ${t('app.name')}`;
    // A new screen is read from its beginning, unless it has already said what is wrong with it.
    const main = document.getElementById('main');
    if (!main?.contains(document.activeElement)) main?.focus({ preventScroll: true });
  }, [title]);
  return (
    <>
      <SkipLink />
      {head ?? (
        <header class={back === undefined ? 'bar' : 'bar bar-back'}>
          {back !== undefined && (
            <a
              class="icon-button"
              href={back}
              aria-label={t('action.back')}
              onClick={(event) => {
                if (!onBack) return;
                event.preventDefault();
                onBack();
              }}
            >
              <Icon name="chevron-left" />
            </a>
          )}
          <h1>{title}</h1>
          {aside && <div class="bar-aside">{aside}</div>}
        </header>
      )}
      <main id="main" class="page" tabIndex={-1}>
        {children}
      </main>
      {foot && <footer class="page-foot">{foot}</footer>}
    </>
  );
};
