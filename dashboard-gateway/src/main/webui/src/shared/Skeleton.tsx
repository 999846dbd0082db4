import styles from './Skeleton.module.css';

/** In the place of what is still to come. */
export function Skeleton({ label, className = '' }: { label: string; className?: string | undefined }) {
  return <div className={`${styles.skeleton} ${className}`} role="img" aria-label={`${label}: loading`} />;
}
