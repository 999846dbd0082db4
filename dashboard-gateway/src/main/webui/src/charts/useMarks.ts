import { useRef, useState, type KeyboardEvent, type RefObject } from 'react';

export interface Marks {
  readonly ref: RefObject<SVGSVGElement | null>;
  /** The mark that the tooltip speaks of, or null. */
  readonly shown: number | null;
  readonly props: (index: number) => {
    readonly tabIndex: 0 | -1;
    readonly 'data-mark': number;
    readonly onFocus: () => void;
    readonly onBlur: () => void;
    readonly onPointerEnter: () => void;
    readonly onPointerLeave: () => void;
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
}

/** A chart is one stop of the Tab key; the arrow keys go from mark to mark (the roving tabindex pattern). */
export function useMarks(count: number): Marks {
  const ref = useRef<SVGSVGElement>(null);
  const [stop, setStop] = useState(count - 1);
  const [shown, setShown] = useState<number | null>(null);
  const current = Math.min(Math.max(stop, 0), count - 1);

  const onKeyDown = (event: KeyboardEvent): void => {
    const target = { ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: count - 1 }[event.key];
    if (target !== undefined && target >= 0 && target < count) {
      event.preventDefault();
      ref.current?.querySelector<SVGElement>(`[data-mark="${target}"]`)?.focus();
    }
    if (event.key === 'Escape') {
      setShown(null);
    }
  };
  return {
    ref,
    shown: shown !== null && shown < count ? shown : null,
    props: (index) => ({
      tabIndex: index === current ? 0 : -1,
      'data-mark': index,
      onFocus: () => {
        setStop(index);
        setShown(index);
      },
      onBlur: () => setShown(null),
      onPointerEnter: () => setShown(index),
      onPointerLeave: () => setShown(null),
      onKeyDown,
    }),
  };
}
