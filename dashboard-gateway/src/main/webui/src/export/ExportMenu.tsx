import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import styles from './ExportMenu.module.css';

export interface ExportChoice {
  readonly label: string;
  readonly hint: string;
  readonly run: () => Promise<void>;
}

/** The files that can be made of a panel. */
export function ExportMenu({ of, choices }: { of: string; choices: readonly ExportChoice[] }) {
  const [open, setOpen] = useState(false);
  const [failure, setFailure] = useState('');
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const list = useId();
  useCloseOutside(menu, open, () => setOpen(false));

  const run = (choice: ExportChoice): void => {
    setFailure('');
    choice.run().then(
      () => {
        setOpen(false);
        button.current?.focus();
      },
      (error: unknown) => setFailure(error instanceof Error ? error.message : 'The file could not be made.'),
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && open) {
      event.stopPropagation();
      setOpen(false);
      button.current?.focus();
    }
  };
  return (
    // The keys are those of the buttons inside.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={menu} className={styles.menu} onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        className="button"
        aria-expanded={open}
        aria-controls={list}
        aria-label={`Export ${of}`}
        onClick={() => setOpen(!open)}
      >
        Export
      </button>
      {open ? (
        <ul id={list} className={styles.choices}>
          {choices.map((choice) => (
            <li key={choice.label}>
              <button type="button" onClick={() => run(choice)}>
                {choice.label}
                <small>{choice.hint}</small>
              </button>
            </li>
          ))}
          {failure === '' ? null : (
            <li role="alert" className={styles.failure}>
              {failure}
            </li>
          )}
        </ul>
      ) : null}
    </div>
  );
}

function useCloseOutside(
  inside: { readonly current: HTMLElement | null },
  open: boolean,
  close: () => void,
): void {
  useEffect(() => {
    if (!open) {
      return undefined;
    }
    const onOutside = (event: Event): void => {
      if (event.target instanceof Node && !inside.current?.contains(event.target)) {
        close();
      }
    };
    document.addEventListener('pointerdown', onOutside);
    document.addEventListener('focusin', onOutside);
    return () => {
      document.removeEventListener('pointerdown', onOutside);
      document.removeEventListener('focusin', onOutside);
    };
  });
}
