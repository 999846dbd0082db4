/** How figures and times are written. Digits are tabular in the style sheet, so that columns line up. */

const quantities = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const compactQuantities = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const percents = new Intl.NumberFormat('en', { maximumFractionDigits: 1, minimumFractionDigits: 1 });
const counts = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** As exact as a person reads: the table twins and exports carry every digit. */
export function quantity(value: number, digits?: number): string {
  if (digits !== undefined) {
    return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  }
  return Math.abs(value) >= 10_000_000 ? compactQuantities.format(value) : quantities.format(value);
}

export function axisQuantity(value: number): string {
  return Math.abs(value) >= 10_000 ? compactQuantities.format(value) : quantities.format(value);
}

export function count(value: number): string {
  return counts.format(value);
}

export function percent(value: number): string {
  return `${percents.format(value)} %`;
}

/** A calendar day of the tenant ("2026-11-24"), which has no time zone of its own. */
export function day(date: string, style: 'short' | 'long' = 'short'): string {
  const format: Intl.DateTimeFormatOptions =
    style === 'short'
      ? { day: 'numeric', month: 'short', timeZone: 'UTC' }
      : { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' };
  return new Intl.DateTimeFormat('en-GB', format).format(new Date(`${date}T00:00:00Z`));
}

/** An instant, on the clock of the tenant's zone when that is known. */
export function clockTime(instant: string | number, zone?: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    ...(zone === undefined ? {} : { timeZone: zone }),
  }).format(new Date(instant));
}

/** An instant with its day, on the clock of the tenant's zone when that is known. */
export function dateTime(instant: string, zone?: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    ...(zone === undefined ? {} : { timeZone: zone }),
  }).format(new Date(instant));
}

export function duration(ms: number): string {
  if (ms < 1_000) {
    return `${Math.round(ms)} ms`;
  }
  return ms < 90_000 ? `${(ms / 1_000).toFixed(1)} s` : `${Math.round(ms / 60_000)} min`;
}

export function age(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  if (seconds < 5) {
    return 'just now';
  }
  if (seconds < 90) {
    return `${seconds} s ago`;
  }
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) {
    return `${minutes} min ago`;
  }
  const hours = Math.round(minutes / 60);
  return hours < 36 ? `${hours} h ago` : `${Math.round(hours / 24)} days ago`;
}

/** The day of an instant, in the tenant's zone when that is known. */
export function dayOf(instant: string, zone: string | null): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: zone ?? 'UTC',
  }).format(new Date(instant));
}

/** "alder-street" reads better as "Alder Street". */
export function tenantName(tenant: string): string {
  return tenant
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}

export function statusName(status: string): string {
  const words = status
    .replaceAll('_', ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
