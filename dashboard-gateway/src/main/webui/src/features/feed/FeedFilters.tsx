import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { EVENT_TYPES } from '../../live/events';
import { useZone } from '../../live/react/useCatalog';
import { instantIn, localIn } from '../../shared/zone';
import styles from './feed.module.css';
import filters from '../../shared/Filters.module.css';
import { readFeedSearch, readPosition, type FeedSearch } from './search';

/** What the feed is narrowed to and where it begins. All of it is in the URL. */
export function FeedFilters({ search }: { search: FeedSearch }) {
  const navigate = useNavigate();
  const zone = useZone();
  const go = (change: Partial<FeedSearch>): void =>
    void navigate({ to: '/feed', search: readFeedSearch({ ...search, ...change }), resetScroll: false });
  const { type, since, after } = search;
  const isOther = type !== undefined && !EVENT_TYPES.some((known) => known === type);
  return (
    <div className={filters.filters}>
      <label className={filters.field}>
        Type
        <select value={type ?? ''} onChange={(event) => go({ type: event.target.value || undefined })}>
          <option value="">All</option>
          {isOther ? <option value={type}>{type}</option> : null}
          {EVENT_TYPES.map((known) => (
            <option key={known} value={known}>
              {known}
            </option>
          ))}
        </select>
      </label>
      <label className={filters.field}>
        Since
        <input
          type="datetime-local"
          disabled={zone === undefined}
          value={since === undefined || zone === undefined ? '' : localIn(zone, since)}
          onChange={(event) =>
            go({
              since: event.target.value === '' ? undefined : instantIn(zone ?? 'UTC', event.target.value),
              after: undefined,
            })
          }
        />
      </label>
      <Resume key={after ?? ''} after={after} onResume={(position) => go({ after: position })} />
    </div>
  );
}

interface ResumeProps {
  readonly after: string | undefined;
  readonly onResume: (after: string | undefined) => void;
}

/** Resumes as a client with this Last-Event-ID would. */
function Resume({ after, onResume }: ResumeProps) {
  const below = useId();
  const [text, setText] = useState(after ?? '');
  const position = readPosition(text.trim());
  const isWrong = text.trim() !== '' && position === undefined;
  return (
    <form
      className={styles.resume}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWrong) {
          onResume(position);
        }
      }}
    >
      <label className={filters.field}>
        Last-Event-ID
        <input
          value={text}
          spellCheck={false}
          placeholder="workorder.events/7@1042"
          aria-invalid={isWrong}
          aria-describedby={isWrong ? below : undefined}
          onChange={(event) => setText(event.target.value)}
        />
        {isWrong ? <span id={below}>topic/partition@offset, with commas between topics</span> : null}
      </label>
      <button type="submit" className="button">
        Resume
      </button>
    </form>
  );
}
