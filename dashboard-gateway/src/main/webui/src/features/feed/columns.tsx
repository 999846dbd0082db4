import { Link } from '@tanstack/react-router';
import type { LiveEvent } from '../../live/events';
import { isEventType } from '../../live/events';
import type { Column } from '../../shared/DataTable';
import { clockTime, dateTime } from '../../shared/format';
import { readId } from '../../shared/routing/search';
import { describe } from './describe';
import styles from './feed.module.css';
import type { FeedRow } from './merge';
import { ReplayedMark } from './ReplayedMark';

export function feedColumns(zone: string | undefined): readonly Column<FeedRow>[] {
  return [
    {
      key: 'time',
      title: 'Time',
      cell: ({ event: { occurredAt } }) =>
        occurredAt === '' ? (
          '–'
        ) : (
          <time dateTime={occurredAt} title={dateTime(occurredAt, zone)}>
            {clockTime(occurredAt, zone)}
          </time>
        ),
    },
    {
      key: 'type',
      title: 'Type',
      cell: ({ event }) => (
        <>
          <code className={styles.type}>{event.type}</code>
          {isEventType(event.type) ? null : <span className={styles.replayed}>unknown here</span>}
          <ReplayedMark replayed={event.replayed} />
        </>
      ),
    },
    { key: 'subject', title: 'Subject', cell: ({ event }) => <Subject event={event} /> },
    {
      key: 'data',
      title: 'Data',
      isExtra: true,
      cell: ({ event }) => (
        <details className={styles.data}>
          <summary>Show</summary>
          <pre>{JSON.stringify(event.data, null, 2)}</pre>
        </details>
      ),
    },
    {
      key: 'id',
      title: 'Id and position',
      isExtra: true,
      cell: ({ event: { id, position } }) => (
        <span className={styles.id}>
          {id}
          {position === undefined ? null : <span>{position}</span>}
        </span>
      ),
    },
  ];
}

/** What the event is about, as a link where that has a page. */
function Subject({ event }: { event: LiveEvent }) {
  const { detail, title } = describe(event);
  const order = readId(event.data.workOrderId);
  const completion = readId(event.data.completionId);
  const run = readId(event.data.runId);
  const text = detail === '' ? title : detail;
  if (order !== undefined && completion !== undefined) {
    return (
      <Link
        to="/work-orders/$orderId/completions/$completionId"
        params={{ orderId: order, completionId: completion }}
      >
        {text}
      </Link>
    );
  }
  if (order !== undefined) {
    return (
      <Link to="/work-orders/$orderId" params={{ orderId: order }}>
        {text}
      </Link>
    );
  }
  return run === undefined ? (
    <span>{text}</span>
  ) : (
    <Link to="/runs/$runId" params={{ runId: run }}>
      {text}
    </Link>
  );
}
