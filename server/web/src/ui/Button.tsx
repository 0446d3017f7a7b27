import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon';
import { Spinner } from './Loading';

type Props = {
  children: ComponentChildren;
  /** One `primary` a screen; `approve` is green and only for approving. */
  kind?: 'primary' | 'secondary' | 'quiet' | 'approve' | 'danger';
  icon?: IconName;
  iconAfter?: IconName;
  wide?: boolean;
  big?: boolean;
  busy?: boolean;
  disabled?: boolean;
  type?: 'button' | 'submit';
  href?: string;
  download?: boolean;
  id?: string;
  label?: string;
  expanded?: boolean;
  onClick?: (event: MouseEvent) => void;
};

export const Button = ({ kind = 'secondary', icon, iconAfter, wide, big, busy, href, download, ...rest }: Props) => {
  const classes = ['button', `button-${kind}`, wide && 'button-wide', big && 'button-big'].filter(Boolean).join(' ');
  const content = (
    <>
      {busy ? <Spinner /> : icon && <Icon name={icon} size={20} />}
      <span>{rest.children}</span>
      {iconAfter && <Icon name={iconAfter} size={20} />}
    </>
  );
  if (href !== undefined) {
    return (
      <a id={rest.id} class={classes} href={href} download={download} aria-label={rest.label} onClick={rest.onClick}>
        {content}
      </a>
    );
  }
  return (
    <button
      id={rest.id}
      class={classes}
      type={rest.type ?? 'button'}
      disabled={rest.disabled}
      aria-busy={busy}
      aria-label={rest.label}
      aria-expanded={rest.expanded}
      // A busy button keeps its focus and its place; it only stops listening.
      onClick={busy ? (event: MouseEvent) => event.preventDefault() : rest.onClick}
    >
      {content}
    </button>
  );
};

type IconButtonProps = { icon: IconName; label: string; onClick?: () => void; href?: string; disabled?: boolean };

/** For what everyone knows by its picture (close, back); elsewhere use a word. */
export const IconButton = ({ icon, label, onClick, href, disabled }: IconButtonProps) =>
  href !== undefined ? (
    <a class="icon-button" href={href} aria-label={label} title={label} onClick={onClick}>
      <Icon name={icon} />
    </a>
  ) : (
    <button class="icon-button" type="button" aria-label={label} title={label} disabled={disabled} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
