// One of many, found by typing a part of its name: the arrows mark one of those found, Enter takes it.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../ui';
import { t } from './i18n';

type Props<Found> = {
  id: string;
  label: string;
  typed: string;
  onTyped: (typed: string) => void;
  /** In the order in which they are listed. */
  found: readonly Found[];
  nameOf: (one: Found) => string;
  choose: (one: Found) => void;
  takesFocus?: boolean;
  /** `next`: what Enter takes, to be shown as such. */
  children: (next: Found | undefined) => ComponentChildren;
};

/** The box may be gone once something is chosen; the keyboard then stays in its field, at the way to
 * another choice. */
const stayIn = (field: Element | null | undefined): void => {
  requestAnimationFrame(() => {
    if (document.activeElement?.matches('body, dialog')) [...(field?.querySelectorAll('button') ?? [])].pop()?.focus();
  });
};

export const Finder = <Found,>({ id, label, typed, onTyped, found, nameOf, choose, takesFocus = false, children }: Props<Found>) => {
  const box = useRef<HTMLDivElement>(null);
  const [marked, setMarked] = useState(0);
  useEffect(() => {
    if (takesFocus) document.getElementById(id)?.focus();
  }, []);
  useEffect(() => box.current?.querySelector('.is-next')?.scrollIntoView({ block: 'nearest' }), [marked]);
  const next = typed.trim() === '' ? undefined : found[marked];
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing || (!step && event.key !== 'Enter')) return;
    event.preventDefault();
    event.stopPropagation();
    if (step) setMarked(Math.max(Math.min(marked + step, found.length - 1), 0));
    else if (next) {
      const field = box.current?.closest('.field');
      choose(next);
      stayIn(field);
    }
  };
  return (
    <div class="unit-search" ref={box}>
      <label class="picker-search">
        <Icon name="search" size={20} />
        <span class="unseen">{label}</span>
        <input class="input" type="search" id={id} placeholder={label} value={typed} onInput={(event) => (onTyped(event.currentTarget.value), setMarked(0))} onKeyDown={onKey} />
      </label>
      <p class="unseen" role="status">
        {next && t('find.enter_takes', { name: nameOf(next) })}
      </p>
      {children(next)}
    </div>
  );
};
