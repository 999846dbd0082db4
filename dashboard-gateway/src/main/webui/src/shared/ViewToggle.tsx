interface ViewToggleProps {
  /** What is shown, for instance "Output". */
  readonly of: string;
  readonly view: 'chart' | 'table';
  readonly onView: (view: 'chart' | 'table') => void;
}

/** Every chart has a twin that is a table. */
export function ViewToggle({ of, view, onView }: ViewToggleProps) {
  const table = view === 'table';
  return (
    <button
      type="button"
      className="button"
      aria-pressed={table}
      aria-label={`${of} as a table`}
      onClick={() => onView(table ? 'chart' : 'table')}
    >
      Table
    </button>
  );
}
