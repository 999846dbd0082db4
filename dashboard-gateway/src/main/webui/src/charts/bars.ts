import type { PageLink } from '../shared/routing/link';

export interface BarPart {
  readonly value: number;
  /** Any CSS color. */
  readonly color: string;
}

export interface BarMark {
  readonly key: string;
  readonly label: string;
  /** The whole statement, for whoever does not see the bar: "Released: 4 work orders". */
  readonly name: string;
  readonly parts: readonly BarPart[];
  /** What is written at the end of the bar. */
  readonly figure: string;
  /** What the tooltip says beside the label. */
  readonly details: readonly string[];
  readonly selected?: boolean;
  readonly link: PageLink;
}

/** The height of a bar with the space around it. */
export const ROW = 30;

export function sum(parts: readonly BarPart[]): number {
  return parts.reduce((total, { value }) => total + value, 0);
}
