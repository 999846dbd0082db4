import type { ReactNode } from 'react';
import { onFollow, type PageLink } from './link';
import styles from './LinkTo.module.css';

interface LinkToProps {
  readonly link: PageLink;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  /** That this link leads to what is shown already. */
  readonly current?: boolean | undefined;
  readonly name?: string | undefined;
}

export function LinkTo({ link, children, className = styles.link, current, name }: LinkToProps) {
  return (
    <a
      href={link.href}
      className={className}
      aria-label={name}
      aria-current={current === true ? 'true' : undefined}
      onClick={onFollow(link)}
    >
      {children}
    </a>
  );
}
