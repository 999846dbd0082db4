import { useEffect, useId, useRef, type ReactNode } from 'react';
import { describeFailure } from '../problem';
import { fieldErrors } from './fieldErrors';
import styles from './form.module.css';

interface FormProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly submit: string;
  readonly error: Error | null;
  readonly isPending: boolean;
  /** The names of the fields that show their own errors; those of others are listed above. */
  readonly fields?: readonly string[];
  readonly onSubmit: () => void;
  /** The way out: a link, so that Back and bookmarks know it as well. */
  readonly cancel: ReactNode;
  readonly children?: ReactNode;
}

/** A form in a panel of its own. It opens with the keyboard in it, and after a refusal goes to what is wrong. */
export function Form(props: FormProps) {
  const { title, note, submit, error, isPending, fields = [], onSubmit, cancel, children } = props;
  const heading = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
  }, []);
  useEffect(() => {
    if (error) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]')?.focus();
    }
  }, [error]);
  return (
    <form
      ref={form}
      className={styles.form}
      aria-labelledby={heading}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <h2 id={heading}>{title}</h2>
      {note === undefined ? null : <p className={styles.note}>{note}</p>}
      {error ? <FormProblem error={error} fields={fields} /> : null}
      {children}
      <div className={styles.buttons}>
        <button type="submit" className={`button ${styles.primary ?? ''}`} aria-disabled={isPending}>
          {isPending ? 'Sending…' : submit}
        </button>
        {cancel}
      </div>
    </form>
  );
}

function FormProblem({ error, fields }: { error: Error; fields: readonly string[] }) {
  const { title, detail, code } = describeFailure(error);
  const others = Object.entries(fieldErrors(error)).filter(([field]) => !fields.includes(field));
  const isSaidAtFields = Object.keys(fieldErrors(error)).length > others.length;
  return (
    <div className={styles.problem} role="alert" tabIndex={-1}>
      <strong>{title}</strong>
      {code === undefined ? null : <code>{code}</code>}
      {detail === '' || isSaidAtFields ? null : <p>{detail}</p>}
      {isSaidAtFields && others.length > 0 ? (
        <ul>
          {others.map(([field, message]) => (
            <li key={field}>{`${field} ${message}`}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
