import filters from '../../shared/Filters.module.css';
import type { MovementControl } from './search';

/** The time that the movements are of. */
export function PeriodFields({
  control: { search, go },
  zone,
}: {
  control: MovementControl;
  zone: string | undefined;
}) {
  return (
    <>
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className={filters.field}>
          {end === 'from' ? 'From' : 'To'}
          <input
            type="date"
            value={dayFor(search[end], zone)}
            onChange={(event) => go({ [end]: event.target.value || undefined, page: undefined })}
          />
        </label>
      ))}
      {search.from === undefined && search.to === undefined ? null : (
        <button
          type="button"
          className="button"
          onClick={() => go({ from: undefined, to: undefined, page: undefined })}
        >
          Whole history
        </button>
      )}
    </>
  );
}

/** The day that a date field shows for an end of the period, which may be a time. */
function dayFor(end: string | undefined, zone: string | undefined): string {
  if (!end?.includes('T')) {
    return end ?? '';
  }
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone ?? 'UTC' }).format(new Date(end));
}
