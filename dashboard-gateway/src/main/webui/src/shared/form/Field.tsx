import { useId, type ReactNode } from 'react';
import styles from './form.module.css';

/** What an input needs so that its label and its error belong to it. */
export interface FieldProps {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

interface Props {
  readonly label: string;
  readonly error?: string | undefined;
  readonly hint?: ReactNode;
  readonly wide?: boolean;
  readonly children: (props: FieldProps) => ReactNode;
}

/** A labelled input with what is wrong with it right below. */
export function Field({ label, error, hint, wide = false, children }: Props) {
  const id = useId();
  const below = error ?? hint;
  return (
    <div className={styles.field} data-wide={wide}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-invalid': error !== undefined,
        'aria-describedby': below === undefined ? undefined : `${id}-below`,
      })}
      {below === undefined ? null : (
        <span id={`${id}-below`} className={error === undefined ? styles.hint : styles.error}>
          {below}
        </span>
      )}
    </div>
  );
}
