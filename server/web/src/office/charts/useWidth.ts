import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** The width at hand: a chart is drawn in real pixels, so that its text never shrinks. */
export const useWidth = <E extends Element>() => {
  const box = useRef<E>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    setWidth(Math.floor(element.getBoundingClientRect().width));
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { box, width };
};
