import type { UseQueryResult } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import { DataAge } from './DataAge';
import { Failure } from './Failure';
import styles from './Panel.module.css';
import { Skeleton } from './Skeleton';

interface PanelProps<T> {
  readonly title: string;
  /** Right of the title, for instance a sign that explains. */
  readonly beside?: ReactNode;
  /** What the figures are in, and over which time. */
  readonly note?: ReactNode;
  readonly query: UseQueryResult<T>;
  readonly isEmpty?: (data: T) => boolean;
  readonly empty?: ReactNode;
  readonly actions?: ReactNode;
  /** Its place in the page's grid. */
  readonly area?: string;
  /** What a reader may take from the figures beside their age, for instance which run made them. */
  readonly by?: (data: T) => string | undefined;
  readonly children: (data: T) => ReactNode;
}

/** One panel of a page: whatever its query does, it says so itself and leaves the others alone. */
export function Panel<T extends object>(props: PanelProps<T>) {
  const { title, beside, note, query, actions, area } = props;
  const heading = useId();
  const { data, error } = query;
  return (
    <section
      className={styles.panel}
      aria-labelledby={heading}
      aria-busy={query.isFetching}
      style={area === undefined ? undefined : { gridArea: area }}
    >
      <header className={styles.header}>
        <div>
          <div className={styles.title}>
            <h2 id={heading}>{title}</h2>
            {beside}
          </div>
          {note === undefined ? null : <p className={styles.note}>{note}</p>}
        </div>
        {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      </header>
      {error ? (
        <div className={styles.failure}>
          <Failure error={error} hasData={data !== undefined} onRetry={() => void query.refetch()} />
        </div>
      ) : null}
      <div className={styles.body}>
        <PanelBody {...props} />
      </div>
      {data === undefined ? null : <Age data={data} by={props.by?.(data)} />}
    </section>
  );
}

/** Answers that say themselves how old they are are shown with it. */
function Age({ data, by }: { data: { asOf?: unknown; zone?: unknown }; by: string | undefined }) {
  const { asOf, zone } = data;
  return typeof asOf !== 'string' ? null : (
    <footer className={styles.footer}>
      <DataAge asOf={asOf} zone={typeof zone === 'string' ? zone : undefined} by={by} />
    </footer>
  );
}

function PanelBody<T>({ query, isEmpty, empty, children, title }: PanelProps<T>) {
  const { data, error } = query;
  if (data === undefined) {
    return error ? null : <Skeleton label={title} />;
  }
  return isEmpty?.(data) ? (
    <div className={styles.empty}>{empty ?? 'Nothing here yet.'}</div>
  ) : (
    children(data)
  );
}
