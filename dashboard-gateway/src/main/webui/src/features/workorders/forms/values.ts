/** From what is in an input to what the service takes: nothing is null, which it then asks for by its own rules. */

export function amount(text: string): number | null {
  const value = text.trim() === '' ? NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}

export function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

/** A line of materials as it is being filled in. */
export interface MaterialLine {
  /** Tells lines apart while some are added and removed. */
  readonly place: number;
  readonly item: string;
  readonly location: string;
  readonly quantity: string;
  readonly lot: string;
}

export function emptyLine(place: number, location: string | null): MaterialLine {
  return { place, item: '', location: location ?? '', quantity: '', lot: '' };
}
