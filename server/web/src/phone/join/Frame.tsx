// The page of somebody who is not in yet: as calm as the sign-in.
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { LocaleSwitch, Lotus } from '../../ui';
import { t } from './texts';

type Props = { title: string; above?: string; below?: ComponentChildren; children: ComponentChildren };

export const Frame = ({ title, above, below, children }: Props) => {
  useEffect(() => {
    document.title = `${title} – ${t('app.name')}`;
    document.getElementById('join-title')?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [title]);
  return (
    <main class="sign-in" id="main">
      <header class="sign-in-brand">
        <Lotus size={56} />
        {above && <p class="quiet">{above}</p>}
        <h1 id="join-title" tabIndex={-1}>
          {title}
        </h1>
        {below}
      </header>
      {children}
      <LocaleSwitch />
    </main>
  );
};
