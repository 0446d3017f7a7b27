// One of the controls above the numbers: its label, what is chosen, and a dialog to change it.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Dialog, Icon } from '../../ui';

type Props = {
  id: string;
  label: string;
  aside?: string;
  value: string;
  children: (close: () => void) => ComponentChildren;
};

export const Control = ({ id, label, aside, value, children }: Props) => {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <button class="picker picker-bar" type="button" id={id} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <span class="picker-text">
          <span class="picker-label">
            {label}
            {aside && ` · ${aside}`}
          </span>
          <span class="picker-value">{value}</span>
        </span>
        <Icon name="chevron-down" size={16} />
      </button>
      <Dialog open={open} onClose={close} title={label}>
        {children(close)}
      </Dialog>
    </>
  );
};
