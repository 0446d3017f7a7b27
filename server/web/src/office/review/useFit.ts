import { useLayoutEffect, useRef } from 'preact/hooks';

/** Where it keeps standing once the page is scrolled (panel.css). */
const STUCK = 16;

/** Tells the style of the panel where it stands: lower, under the controls, until the page is scrolled. */
export const useFit = () => {
  const panel = useRef<HTMLElement>(null);
  const fit = () => {
    const top = panel.current?.getBoundingClientRect().top ?? STUCK;
    panel.current?.style.setProperty('--panel-top', `${Math.max(top, STUCK)}px`);
  };
  // What stands above it comes and goes with what is drawn.
  useLayoutEffect(fit);
  useLayoutEffect(() => {
    addEventListener('scroll', fit, { passive: true });
    addEventListener('resize', fit);
    return () => {
      removeEventListener('scroll', fit);
      removeEventListener('resize', fit);
    };
  }, []);
  return panel;
};
