import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/**
 * The width of an element, followed as it changes. It is measured before the browser paints: a chart is there as soon as
 * its page is, so that Back finds the mark that was left.
 */
export function useWidth<E extends Element>(): readonly [RefObject<E | null>, number] {
  const element = useRef<E>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) {
      return undefined;
    }
    setWidth(Math.floor(target.getBoundingClientRect().width));
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(target);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}
