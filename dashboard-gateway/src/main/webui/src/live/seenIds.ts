/** Far more events than any gap that is replayed from memory holds. */
const CAPACITY = 2_000;

/**
 * The ids of events that were handled: records re-produced by hand, and a resumption that overlaps, bring some twice.
 * Bounded: the oldest id goes when a new one would be too many (a Set keeps the order of insertion).
 */
export class SeenIds {
  private readonly ids = new Set<string>();

  constructor(private readonly capacity = CAPACITY) {}

  /** Whether the id is new; it is known from now on. */
  add(id: string): boolean {
    if (this.ids.has(id)) {
      return false;
    }
    this.ids.add(id);
    if (this.ids.size > this.capacity) {
      for (const oldest of this.ids) {
        this.ids.delete(oldest);
        break;
      }
    }
    return true;
  }
}
