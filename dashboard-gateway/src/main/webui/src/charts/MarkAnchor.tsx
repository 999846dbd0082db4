import type { MouseEvent, ReactNode } from 'react';
import styles from './charts.module.css';
import type { MarkLink } from './marks';
import type { Marks } from './useMarks';

export type MarkEvents = ReturnType<Marks['props']>;

interface MarkAnchorProps {
  readonly link: MarkLink;
  readonly name: string;
  readonly events: MarkEvents;
  readonly changed: boolean;
  readonly children: ReactNode;
}

/** A mark is a real link: it opens in a new tab, is copied, and is followed by the keyboard. */
export function MarkAnchor({ link, name, events, changed, children }: MarkAnchorProps) {
  const onClick = (event: MouseEvent): void => {
    if (event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      link.follow();
    }
  };
  return (
    <a
      href={link.href}
      aria-label={name}
      className={styles.mark}
      data-changed={changed}
      onClick={onClick}
      {...events}
    >
      {children}
    </a>
  );
}
