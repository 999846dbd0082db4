import { QUERY, queryKey, type QueryPath, type QueryPrefix } from '../shared/queryKeys';
import { strings } from '../shared/guards';
import { isEventType, type EventType, type LiveEvent } from './events';

type Data = LiveEvent['data'];
type Rule = (data: Data) => readonly QueryPath[];

const metrics: Rule = () => [
  [QUERY.productionSummary],
  [QUERY.productionOverview],
  [QUERY.abcClassification],
  [QUERY.inventoryAging],
  [QUERY.slowDeadStock],
  [QUERY.turnsDoi],
  [QUERY.metricsRuns],
];

const production: Rule = (data) => {
  const everywhere: QueryPath[] = [[QUERY.productionSummary], [QUERY.productionOverview], [QUERY.workOrders]];
  const { workOrderId } = data;
  return typeof workOrderId !== 'string'
    ? everywhere
    : [...everywhere, [QUERY.workOrder, workOrderId], [QUERY.workOrderExecution, workOrderId]];
};

const inventory: Rule = (data) => [
  [QUERY.inventoryBalances],
  ...itemsNamedBy(data).map((itemId): QueryPath => [QUERY.itemMovements, itemId]),
];

const workOrderInventory: Rule = (data) => [...production(data), ...inventory(data)];

/** The contract's table. A Record over EventType: a type without a rule does not compile. */
const RULES: Readonly<Record<EventType, Rule>> = {
  'metrics:updated': metrics,
  'production:changed': production,
  'workorder:completed': production,
  'workorder:changed': production,
  'inventory.work_order.issue.posted': workOrderInventory,
  'inventory.work_order.completion.posted': workOrderInventory,
  'inventory.work_order.batch.posted': workOrderInventory,
  'inventory.changed': inventory,
  'inventory.movement.posted': inventory,
  'inventory.item.upserted': inventory,
  'inventory.location.upserted': inventory,
  // Services read settings when they calculate; what changes on screen is announced by metrics:updated.
  'tenant.settings.changed': () => [],
};

/** The queries that an event makes stale. An unknown type makes none stale: only the feed shows it. */
export function invalidatedBy(tenant: string, event: LiveEvent): readonly QueryPrefix[] {
  if (!isEventType(event.type)) {
    return [];
  }
  return RULES[event.type](event.data).map((path) => queryKey(tenant, path));
}

function itemsNamedBy(data: Data): readonly string[] {
  const lines = Array.isArray(data.lines) ? (data.lines as unknown[]) : [];
  const ofLines = lines.map((line) => (line as { itemId?: unknown } | null)?.itemId);
  return [...new Set([...strings(data.itemIds), ...strings(ofLines), ...strings([data.itemId])])];
}
