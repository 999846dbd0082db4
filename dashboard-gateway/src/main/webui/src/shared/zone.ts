/** From what a person types, on the clock of the tenant's zone, to an instant. */

/**
 * @param local "2026-11-24" or "2026-11-24T07:30"
 * @returns the instant in UTC, RFC 3339. A time that the clocks jump over counts as if they had not jumped yet.
 */
export function instantIn(zone: string, local: string): string {
  const asIfUtc = Date.parse(`${local.length === 10 ? `${local}T00:00` : local}Z`);
  const guess = asIfUtc - offsetMs(zone, asIfUtc);
  // The offset may differ between the guess and the instant that it was taken at.
  return new Date(asIfUtc - offsetMs(zone, guess)).toISOString();
}

/** The clock's reading there, as an input of the type datetime-local wants it. */
export function localIn(zone: string, instant: string): string {
  const time = Date.parse(instant);
  return new Date(time + offsetMs(zone, time)).toISOString().slice(0, 16);
}

export function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** How far the zone's clock is ahead of UTC at that time. */
function offsetMs(zone: string, time: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(new Date(time));
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const reading = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return reading - Math.floor(time / 1_000) * 1_000;
}
