import { useId } from 'react';
import type { LoggedEvent } from '../../live/eventLog';
import type { LiveEvent } from '../../live/events';
import { useEventLog } from '../../live/react/LiveContext';
import { clockTime } from '../../shared/format';
import { describe } from './describe';
import styles from './feed.module.css';
import { ReplayedMark } from './ReplayedMark';

const SHOWN = 30;

/** The last events of the stream, as they came. */
export function FeedPanel() {
  const heading = useId();
  const events = useEventLog().slice(0, SHOWN);
  return (
    <section className={styles.feed} aria-labelledby={heading}>
      <header>
        <h2 id={heading}>Events</h2>
        <p>Since this page was opened</p>
      </header>
      {events.length === 0 ? (
        <p className={styles.empty}>
          No event yet. What is posted or recalculated appears here as it happens.
        </p>
      ) : (
        <EventList events={events} labelledBy={heading} />
      )}
    </section>
  );
}

export function EventList({ events, labelledBy }: { events: readonly LoggedEvent[]; labelledBy: string }) {
  return (
    // A list that scrolls must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ol className={styles.events} tabIndex={0} aria-labelledby={labelledBy}>
      {events.map(({ place, event }) => (
        <FeedRow key={place} event={event} />
      ))}
    </ol>
  );
}

function FeedRow({ event }: { event: LiveEvent }) {
  const { title, detail } = describe(event);
  return (
    <li>
      <time dateTime={event.occurredAt}>{event.occurredAt === '' ? '' : clockTime(event.occurredAt)}</time>
      <div>
        <span className={styles.name}>{title}</span>
        <ReplayedMark replayed={event.replayed} />
        {detail === '' ? null : <span className={styles.detail}>{detail}</span>}
      </div>
    </li>
  );
}
