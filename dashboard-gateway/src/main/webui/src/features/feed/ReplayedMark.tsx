import styles from './feed.module.css';

/** Stands beside an event that an operator has shown again. Nothing beside one that has just happened. */
export function ReplayedMark({ replayed }: { replayed: boolean }) {
  return replayed ? (
    <>
      {' '}
      <span className={styles.replayed} title="An operator shows this event again; it happened before">
        replayed
      </span>
    </>
  ) : null;
}
