import { useZone } from '../../live/react/useCatalog';
import { dateTime } from '../../shared/format';

/** A time on the tenant's clock. */
export function Instant({ at }: { at: string | null }) {
  const zone = useZone();
  return at === null ? '–' : <time dateTime={at}>{dateTime(at, zone)}</time>;
}
