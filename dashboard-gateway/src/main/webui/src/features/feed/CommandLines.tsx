import { useState } from 'react';
import { curlLine, kcatLines } from './commandLines';
import styles from './feed.module.css';
import type { FeedSearch } from './search';

interface CommandLinesProps {
  readonly search: FeedSearch;
  /** Where the stream is; null until an event has told. */
  readonly position: string | null;
}

/** The same events with a developer's or an operator's own tools. */
export function CommandLines({ search, position }: CommandLinesProps) {
  const lines = [curlLine(window.location.origin, search), ...kcatLines(search, position)];
  return (
    <section className={styles.commands} aria-label="With other tools">
      <h2>With other tools</h2>
      {lines.map((line) => (
        <Line key={line} line={line} />
      ))}
    </section>
  );
}

function Line({ line }: { line: string }) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = (): void =>
    void navigator.clipboard.writeText(line).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className={styles.command}>
      <code>{line}</code>
      <button type="button" className="button" onClick={copy}>
        Copy
        <span className="hidden-text">{` ${line.split(' ')[0] ?? ''} line`}</span>
      </button>
      <span role="status">
        {copied === null ? '' : copied ? 'Copied' : 'The browser did not allow it: select the line instead.'}
      </span>
    </div>
  );
}
