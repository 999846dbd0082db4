import type { ReactNode } from 'react';
import { onFollow, type PageLink } from '../shared/routing/link';
import styles from './charts.module.css';
import type { Marks } from './useMarks';

export type MarkEvents = ReturnType<Marks['props']>;

interface MarkAnchorProps {
  readonly link: PageLink;
  readonly name: string;
  readonly events: MarkEvents;
  readonly changed: boolean;
  readonly children: ReactNode;
}

/** A mark is a real link: it opens in a new tab, is copied, and is followed by the keyboard. */
export function MarkAnchor({ link, name, events, changed, children }: MarkAnchorProps) {
  return (
    <a
      href={link.href}
      aria-label={name}
      className={styles.mark}
      data-changed={changed}
      onClick={onFollow(link)}
      {...events}
    >
      {children}
    </a>
  );
}
