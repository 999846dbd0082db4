import { useId } from 'react';
import styles from './Formula.module.css';

/** How a chart's figures come about, for whoever points at the sign or comes to it with the Tab key. */
export function Formula({ of, text }: { of: string; text: string }) {
  const note = useId();
  return (
    <span className={styles.formula}>
      <button
        type="button"
        className={styles.sign}
        aria-label={`How ${of} is calculated`}
        aria-describedby={note}
      >
        <i aria-hidden="true">ƒ</i>
      </button>
      <span id={note} role="tooltip" className={styles.note}>
        {text}
      </span>
    </span>
  );
}
