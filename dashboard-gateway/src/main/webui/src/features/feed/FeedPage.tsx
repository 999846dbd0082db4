import { Link } from '@tanstack/react-router';
import { useEventLog, useLiveQuery } from '../../live/react/LiveContext';
import { useZone } from '../../live/react/useCatalog';
import { useApi } from '../../shared/ApiContext';
import { DataTable } from '../../shared/DataTable';
import { Failure } from '../../shared/Failure';
import { Page } from '../../shared/Page';
import { useSearchOf } from '../../shared/routing/search';
import { changesQuery, PAGE, type Changes } from './api';
import { feedColumns } from './columns';
import { CommandLines } from './CommandLines';
import { FeedFilters } from './FeedFilters';
import styles from './feed.module.css';
import { mergeFeed } from './merge';
import { readFeedSearch, type FeedSearch } from './search';

/** The stream as a table, from the past that the URL names to what comes in right now. */
export function FeedPage() {
  const { search, ignored } = useSearchOf(readFeedSearch);
  const wantsPast = search.since !== undefined || search.after !== undefined;
  const log = useEventLog();
  const zone = useZone();
  const query = useLiveQuery({ ...changesQuery(useApi(), search), enabled: wantsPast });
  const past = wantsPast ? query.data : undefined;
  const rows = mergeFeed(past?.events ?? [], log, search.type);
  const position = log.find(({ event }) => event.position !== undefined)?.event.position ?? null;
  return (
    <Page title="Feed" ignored={ignored} actions={<FeedFilters search={search} />}>
      <section className={styles.table} aria-label="Events" aria-busy={query.isFetching}>
        {wantsPast && query.error ? (
          <Failure error={query.error} hasData={rows.length > 0} onRetry={() => void query.refetch()} />
        ) : null}
        {past ? <PastNote changes={past} search={search} /> : null}
        {rows.length === 0 ? (
          <p className={styles.empty}>
            {wantsPast
              ? 'Nothing to show since then. What happens now appears here as it does.'
              : 'No event since this page was opened. What happens appears here; choose a time to see what was before.'}
          </p>
        ) : (
          <DataTable label="Events" columns={feedColumns(zone)} rows={rows} rowKey={({ key }) => key} />
        )}
      </section>
      <CommandLines search={search} position={past?.lastEventId ?? position} />
    </Page>
  );
}

function PastNote({ changes, search }: { changes: Changes; search: FeedSearch }) {
  const { resync, events, lastEventId } = changes;
  return (
    <>
      {resync ? (
        <p className={styles.note} role="status">
          The gateway does not keep all that happened since then: earlier events are missing here. kcat has
          them.
        </p>
      ) : null}
      {events.length < PAGE ? null : (
        <p className={styles.note}>
          {`These are the first ${PAGE} since then; between them and the newest more may lie. `}
          <Link to="/feed" search={{ ...search, since: undefined, after: lastEventId }}>
            Go on after them
          </Link>
        </p>
      )}
    </>
  );
}
