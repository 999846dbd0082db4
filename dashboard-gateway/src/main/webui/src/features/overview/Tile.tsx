import type { ReactNode } from 'react';
import { Changed } from '../../shared/Changed';
import type { PageLink } from '../../shared/routing/link';
import { LinkTo } from '../../shared/routing/LinkTo';
import styles from './Tiles.module.css';

interface TileProps {
  readonly label: string;
  readonly value: string | null;
  readonly unit?: string | undefined;
  readonly tone?: 'warn' | undefined;
  /** Where more can be found; the whole tile takes the click. */
  readonly link?: PageLink;
  readonly children?: ReactNode;
}

/** One figure of the KPI row, and a line that puts it in proportion. */
export function Tile({ label, value, unit, tone, link, children }: TileProps) {
  return (
    <div className={styles.tile} data-tone={tone}>
      <dt>
        {link === undefined ? (
          label
        ) : (
          <LinkTo link={link} className={styles.link}>
            {label}
          </LinkTo>
        )}
      </dt>
      <dd>
        <span className={styles.figure}>
          <Changed value={value}>{value ?? '–'}</Changed>
          {value !== null && unit !== undefined ? <small>{unit}</small> : null}
        </span>
        {children === undefined ? null : <span className={styles.detail}>{children}</span>}
      </dd>
    </div>
  );
}
