/** The names that the contract gives to what a dashboard asks for; events invalidate by them. */
export const QUERY = {
  productionSummary: 'production-summary',
  productionOverview: 'production-overview',
  workOrders: 'work-orders',
  workOrder: 'work-order',
  workOrderExecution: 'work-order-execution',
  inventoryBalances: 'inventory-balances',
  itemMovements: 'item-movements',
  abcClassification: 'abc-classification',
  inventoryAging: 'inventory-aging',
  slowDeadStock: 'slow-dead-stock',
  turnsDoi: 'turns-doi',
  metricsRuns: 'metrics-runs',
  items: 'items',
  locations: 'locations',
  tenantSettings: 'tenant-settings',
  events: 'events',
} as const;

export type QueryName = (typeof QUERY)[keyof typeof QUERY];

/** A name, perhaps narrowed to one object. */
export type QueryPath = readonly [QueryName, ...string[]];

/** What identifies a query, or the beginning of it: nothing of one tenant can match another's. */
export type QueryPrefix = readonly ['t', string, ...unknown[]];

export function tenantRoot(tenant: string): QueryPrefix {
  return ['t', tenant];
}

export function queryKey(tenant: string, path: QueryPath, parameters?: object): QueryPrefix {
  return parameters === undefined ? ['t', tenant, ...path] : ['t', tenant, ...path, parameters];
}

export function startsWith(key: readonly unknown[], prefix: readonly unknown[]): boolean {
  return prefix.every((part, index) => Object.is(part, key[index]));
}
