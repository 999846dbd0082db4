import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { useSession } from '../auth/SessionContext';
import { tenantRoot } from '../shared/queryKeys';
import styles from './shell.module.css';

/** Fetches what is on screen again: for whoever does not want to wait for the stream or the next poll. */
export function Refresh() {
  const { tenant } = useSession().identity;
  const queries = useQueryClient();
  const queryKey = tenantRoot(tenant);
  const isFetching = useIsFetching({ queryKey }) > 0;
  return (
    <button
      type="button"
      className={styles.refresh}
      aria-disabled={isFetching}
      onClick={() => void queries.refetchQueries({ queryKey, type: 'active' }, { cancelRefetch: false })}
    >
      Refresh
    </button>
  );
}
