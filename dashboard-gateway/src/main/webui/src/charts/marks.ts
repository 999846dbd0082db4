/** Where a mark leads. The charts know nothing of routes: the page makes the links. */
export interface MarkLink {
  readonly href: string;
  readonly follow: () => void;
}

export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Every how many labels fit, when each needs `room` pixels. */
export function labelStep(count: number, width: number, room: number): number {
  return Math.max(1, Math.ceil((count * room) / Math.max(1, width)));
}
