import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EVENT_TYPES, type EventType } from './events';
import { invalidatedBy } from './invalidation';
import { event } from './testing/events';

/*
 * The files that freeze the wire format are read here and by GoldenSamplesTest in Java: whoever changes one side alone
 * fails the other's test.
 */
const CONTRACT = new URL('../../../../../../event-contract/src/', import.meta.url);
const GOLDEN = new URL('test/resources/golden/', CONTRACT);
const ENUM = new URL('main/java/io/andon/events/EventType.java', CONTRACT);

/** The type that each sample is of; a record's value does not say it. */
const TYPES: Readonly<Record<string, EventType>> = {
  'issue-posted': 'inventory.work_order.issue.posted',
  'completion-posted': 'inventory.work_order.completion.posted',
  'batch-posted': 'inventory.work_order.batch.posted',
  'work-order-completed': 'workorder:completed',
  'work-order-completed-by-batch': 'workorder:completed',
  'production-changed': 'production:changed',
  'work-order-changed': 'workorder:changed',
  'inventory-changed': 'inventory.changed',
  'movement-posted': 'inventory.movement.posted',
  'metrics-updated-abc': 'metrics:updated',
  'metrics-updated-slow-dead': 'metrics:updated',
  'metrics-updated-turns': 'metrics:updated',
  'metrics-updated-aging': 'metrics:updated',
  'item-upserted': 'inventory.item.upserted',
  'location-upserted': 'inventory.location.upserted',
  'tenant-settings-changed': 'tenant.settings.changed',
};

const ORDER = '0190a000-0000-7000-8000-000000000001';
const ITEM = '0190a000-0000-7000-8000-000000000002';
const OTHER_ITEM = '0190a000-0000-7000-8000-000000000003';

const METRICS = [
  'production-summary',
  'production-overview',
  'abc-classification',
  'inventory-aging',
  'slow-dead-stock',
  'turns-doi',
  'metrics-runs',
];
const PRODUCTION = [
  'production-summary',
  'production-overview',
  'work-orders',
  `work-order/${ORDER}`,
  `work-order-execution/${ORDER}`,
];
const INVENTORY = ['inventory-balances', `item-movements/${ITEM}`, `item-movements/${OTHER_ITEM}`];

/** The contract's table, row by row. */
const EXPECTED: Readonly<Record<EventType, readonly string[]>> = {
  'metrics:updated': METRICS,
  'production:changed': PRODUCTION,
  'workorder:completed': PRODUCTION,
  'workorder:changed': PRODUCTION,
  'inventory.work_order.issue.posted': [...PRODUCTION, ...INVENTORY],
  'inventory.work_order.completion.posted': [...PRODUCTION, ...INVENTORY],
  'inventory.work_order.batch.posted': [...PRODUCTION, ...INVENTORY],
  'inventory.changed': INVENTORY,
  'inventory.movement.posted': INVENTORY,
  'inventory.item.upserted': ['inventory-balances', `item-movements/${ITEM}`],
  'inventory.location.upserted': ['inventory-balances'],
  'tenant.settings.changed': [],
};

function invalidatedNames(type: string, data: Record<string, unknown>): readonly string[] {
  return invalidatedBy('alder-street', event(type, data)).map((key) => {
    expect(key.slice(0, 2)).toEqual(['t', 'alder-street']);
    return key.slice(2).join('/');
  });
}

describe('the contract', () => {
  const samples = readdirSync(GOLDEN).map((file) => file.replace('.json', ''));

  it('has the event types that EventType.java has', () => {
    const java = [...readFileSync(ENUM, 'utf8').matchAll(/^ {4}[A-Z_]+\("([^"]+)", Topics\./gm)].map(
      (match) => match[1],
    );
    expect(java.length).toBeGreaterThan(0);
    expect([...EVENT_TYPES].sort()).toEqual(java.sort());
  });

  it('has a sample of every type, and knows the type of every sample', () => {
    expect(Object.keys(TYPES).sort()).toEqual(samples.sort());
    expect(new Set(Object.values(TYPES))).toEqual(new Set(EVENT_TYPES));
  });

  it.each(samples)('%s invalidates what the table names', (sample) => {
    const type = TYPES[sample];
    const data = JSON.parse(readFileSync(new URL(`${sample}.json`, GOLDEN), 'utf8')) as Record<
      string,
      unknown
    >;
    expect(type).toBeDefined();
    expect(type && [...invalidatedNames(type, data)].sort()).toEqual(type && [...EXPECTED[type]].sort());
  });

  it('invalidates nothing for a type that it does not know', () => {
    expect(invalidatedNames('quality:inspected', { workOrderId: ORDER })).toEqual([]);
  });

  it('survives data that is not as the contract says', () => {
    expect(invalidatedNames('production:changed', { workOrderId: 7 })).toEqual(PRODUCTION.slice(0, 3));
    expect(invalidatedNames('inventory.changed', { itemIds: 'all', lines: [null, {}] })).toEqual([
      'inventory-balances',
    ]);
  });
});
