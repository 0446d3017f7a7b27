// Single keys for those who review all day. They rest while something is typed, while a
// dialog is open, while one is held down, so that nobody approves the next one by a heavy finger, and
// with a modifier, which belongs to the browser. On a narrow screen the session is a dialog itself.
import { useLayoutEffect, useRef } from 'preact/hooks';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable) &&
  !['checkbox', 'radio'].includes(target.getAttribute('type') ?? '');

export const useKeys = (keys: Record<string, () => void>): void => {
  const current = useRef(keys);
  current.current = keys;
  // Before it is seen: who is quick presses as soon as the button stands there.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isOurs = !event.repeat && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
      if (!isOurs || document.querySelector('dialog[open]')) return;
      current.current[event.key.toLowerCase()]?.();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
};
