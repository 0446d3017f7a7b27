import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { locale, t } from '../i18n';
import { Name } from './Name';

type CardProps = { title?: string; aside?: ComponentChildren; children: ComponentChildren; tight?: boolean };

export const Card = ({ title, aside, children, tight }: CardProps) => {
  const id = useId();
  return (
    <section class={tight ? 'card card-tight' : 'card'} aria-labelledby={title ? id : undefined}>
      {(title || aside) && (
        <header class="card-head">
          {title && (
            <h2 id={id}>
              <Name of={title} />
            </h2>
          )}
          {aside && <span class="quiet">{aside}</span>}
        </header>
      )}
      {children}
    </section>
  );
};

/** A quiet heading over what belongs together on the phone. */
export const Section = ({ title, aside, children }: Omit<CardProps, 'tight'> & { title: string }) => {
  const id = useId();
  return (
    <section class="section" aria-labelledby={id}>
      <header class="section-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
};

/** A number, big, over its plain label. */
export const Figure = ({ value, label }: { value: string; label: string }) => (
  <div class="figure">
    <span class="figure-value">{value}</span>
    <span class="figure-label">{label}</span>
  </div>
);

/** Stands on every screen that shows invented figures. */
export const DemoRibbon = () => <p class="demo-ribbon">{t('app.demo')}</p>;

/** First in the page; `<main id="main" tabIndex={-1}>` is where it leads. */
export const SkipLink = () => (
  <a
    class="skip-link"
    href="#main"
    onClick={(event) => {
      event.preventDefault();
      document.getElementById('main')?.focus();
    }}
  >
    {t('app.skip')}
  </a>
);

export const LocaleSwitch = () => (
  <div class="locale-switch">
    {(['vi', 'en'] as const).map((choice) => (
      <button key={choice} type="button" lang={choice} aria-pressed={locale.value === choice} onClick={() => (locale.value = choice)}>
        {choice === 'vi' ? 'Tiếng Việt' : 'English'}
      </button>
    ))}
  </div>
);
