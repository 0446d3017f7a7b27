// The browser's own <dialog>: it keeps the focus inside, closes on Escape and gives the
// focus back to the button that opened it.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../i18n';
import { IconButton } from './Button';

type Props = {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ComponentChildren;
  /** Buttons at the foot. */
  actions?: ComponentChildren;
  /** `sheet` rises from the foot of a phone; `side` is the office's panel on the right. */
  kind?: 'dialog' | 'sheet' | 'side';
};

export const Dialog = ({ open, onClose, title, children, actions, kind = 'dialog' }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null);
  // At once: a tap right after a choice would fall on the page while it cannot be touched yet.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (open && !element?.open) element?.showModal();
    if (!open && element?.open) element.close();
  }, [open]);
  const closeOnBackdrop = (event: MouseEvent) => {
    if (event.target === dialog.current) onClose();
  };
  return (
    <dialog ref={dialog} class={`dialog dialog-${kind}`} aria-label={title} onClose={onClose} onClick={closeOnBackdrop}>
      {open && (
        <div class="dialog-body">
          <header class="dialog-head">
            <h2>{title}</h2>
            <IconButton icon="close" label={t('action.close')} onClick={onClose} />
          </header>
          <div class="dialog-content">{children}</div>
          {actions && <footer class="dialog-foot">{actions}</footer>}
        </div>
      )}
    </dialog>
  );
};

export const Sheet = (props: Omit<Props, 'kind'>) => <Dialog {...props} kind="sheet" />;
export const SidePanel = (props: Omit<Props, 'kind'>) => <Dialog {...props} kind="side" />;
