import { expect, it } from 'vitest';
import type { Movement } from './api';
import { causeOf, typeName } from './cause';

const movement: Movement = {
  movementId: 'm1',
  movementSeq: 1,
  movementType: 'WO_PRODUCTION',
  occurredAt: '2026-06-30T12:00:00Z',
  recordedAt: '2026-06-30T12:00:01Z',
  recordedBy: 'operator@alder-street',
  sourceType: 'work-order-completion',
  sourceId: 'c1',
  workOrderId: 'w1',
  reversesMovementId: null,
  reason: null,
  lineNo: 1,
  locationId: 'l1',
  lotCode: null,
  qtyDelta: 5,
  uom: 'pcs',
  unitCost: null,
  currency: null,
};

it.each([
  ['work-order-completion', 'Completion'],
  ['work-order-batch', 'Batch'],
])('leads to what made a movement for the source %s', (sourceType, label) => {
  expect(causeOf({ ...movement, sourceType })).toEqual({ label, path: '/work-orders/w1/completions/c1' });
});

it.each([
  ['work-order-issue', 'Issue'],
  ['work-order-scrap', 'Scrap'],
  [null, 'Work order'],
])('leads to the order for the source %s', (sourceType, label) => {
  expect(causeOf({ ...movement, sourceType })).toEqual({ label, path: '/work-orders/w1' });
});

it('says that a movement takes back another', () => {
  expect(causeOf({ ...movement, reversesMovementId: 'm0' }).label).toBe('Void of completion');
});

it.each([
  ['external', null, 'Outside system'],
  ['goods-receipt', 'GR-7', 'Goods receipt GR-7'],
])('leads nowhere for %s of a system outside', (sourceType, sourceId, label) => {
  const outside = { ...movement, sourceType, sourceId, workOrderId: null };
  expect(causeOf(outside)).toEqual({ label, path: null });
});

it('has words for types, also new ones', () => {
  expect([typeName('WO_ISSUE'), typeName('LENT_OUT')]).toEqual(['Issued to an order', 'Lent out']);
});
