import { tenantRoot } from '../shared/queryKeys';
import type { Coalescer } from './coalescer';
import type { EventLog } from './eventLog';
import type { LiveEvent } from './events';
import { invalidatedBy } from './invalidation';
import { SeenIds } from './seenIds';

/** Step [7]: an event of the stream makes exactly the queries concerned stale. */
export class EventHandler {
  private readonly seen = new SeenIds();

  constructor(
    private readonly tenant: string,
    private readonly coalescer: Coalescer,
    private readonly log: EventLog,
  ) {}

  /**
   * A repeated event does nothing, unless an operator replays it on purpose. Replayed ids are not remembered: a long
   * replay would push out those by which live events are recognised.
   */
  handle(event: LiveEvent): void {
    if (!event.replayed && !this.seen.add(event.id)) {
      return;
    }
    this.log.add(event);
    this.coalescer.mark(invalidatedBy(this.tenant, event));
  }

  /** Something was missed: everything of the tenant is stale. */
  resync(): void {
    this.coalescer.mark([tenantRoot(this.tenant)]);
  }
}
