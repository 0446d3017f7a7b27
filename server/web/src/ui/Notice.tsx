import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n';
import type { Tone } from './Chip';
import { Icon, type IconName } from './Icon';

const ICON: Record<Tone, IconName> = {
  approved: 'check',
  pending: 'clock',
  returned: 'return',
  off: 'info',
  plain: 'info',
};

type NoticeProps = {
  tone?: Tone;
  icon?: IconName;
  title: ComponentChildren;
  children?: ComponentChildren;
  /** A button at its right; with `href` the whole notice is the way instead. */
  action?: ComponentChildren;
  href?: string;
  /** Spoken when it appears (Đã lưu, Đã gửi). */
  live?: boolean;
};

/** A banner: what is the matter, what is safe, what to do. */
export const Notice = ({ tone = 'plain', icon, title, children, action, href, live }: NoticeProps) => {
  const content = (
    <>
      <Icon name={icon ?? ICON[tone]} />
      <span class="notice-text">
        <strong>{title}</strong>
        {children && <span class="notice-more">{children}</span>}
      </span>
      {href !== undefined ? <Icon name="chevron-right" size={20} /> : action}
    </>
  );
  const classes = `notice tone-${tone}`;
  return href !== undefined ? (
    <a class={classes} href={href}>
      {content}
    </a>
  ) : (
    <div class={classes} role={live ? 'status' : undefined}>
      {content}
    </div>
  );
};

type Wrong = { id: string; text: string };

/** What is wrong, with a way to each place. Takes the focus whenever `attempt` rises. */
export const ErrorSummary = ({ errors, attempt }: { errors: readonly Wrong[]; attempt: number }) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [attempt]);
  if (errors.length === 0) return null;
  const goTo = (event: MouseEvent, id: string) => {
    event.preventDefault();
    const field = document.getElementById(id);
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
  };
  return (
    <div class="notice tone-returned error-summary" role="alert" tabIndex={-1} ref={box}>
      <Icon name="warning" />
      <div class="notice-text">
        <strong>{t('error.summary', { n: errors.length })}</strong>
        <ul>
          {errors.map(({ id, text }) => (
            <li key={id}>
              <a href={`#${id}`} onClick={(event) => goTo(event, id)}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
};
