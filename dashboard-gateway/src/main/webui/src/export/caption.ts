export interface LegendEntry {
  readonly label: string;
  /** Any CSS color, for instance "var(--class-a)". */
  readonly color: string;
  readonly detail?: string | undefined;
}

/** What a chart says in words. On the page it stands around the chart; in a file it goes with it. */
export interface Caption {
  readonly title: string;
  /** What the figures are in, and over which time. */
  readonly note: string;
  /** What the figures are narrowed to; empty for everything. */
  readonly filters: readonly string[];
  readonly legend: readonly LegendEntry[];
  /** How a figure comes about, in a sentence. */
  readonly formula?: string | undefined;
  /** When the figures were true, RFC 3339; null when there are none yet. */
  readonly asOf: string | null;
  readonly runId?: string | null | undefined;
}

/** The last line of a file: where its figures come from. */
export function provenance({ asOf, runId }: Caption): string {
  const time = asOf === null ? 'Andon' : `Andon, as of ${asOf}`;
  return runId === null || runId === undefined ? time : `${time} by run ${runId}`;
}
