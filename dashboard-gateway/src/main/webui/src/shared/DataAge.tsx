import { use } from 'react';
import styles from './DataAge.module.css';
import { age, clockTime } from './format';
import { Freshness } from './Freshness';
import { useNow } from './useNow';

/** How old figures are, by the server's clock: the time of a fetch says nothing about what was fetched. */
export function DataAge({
  asOf,
  zone,
  by,
}: {
  asOf: string;
  zone?: string | undefined;
  by?: string | undefined;
}) {
  const now = useNow(5_000);
  const fresh = use(Freshness);
  return (
    <span className={styles.age}>
      as of <time dateTime={asOf}>{clockTime(asOf, zone)}</time>
      {by === undefined ? '' : ` by ${by}`}
      {` · ${age(now - Date.parse(asOf))}`}
      {fresh ? null : <strong> · may be out of date</strong>}
    </span>
  );
}
