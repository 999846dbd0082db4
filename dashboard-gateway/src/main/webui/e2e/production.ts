import { randomUUID } from 'node:crypto';
import { untilUsed } from './metrics';
import type { Client, Json } from './stack';

/** A released work order of an item that nobody else makes: the test works on any state of the tenant. */
export interface Production {
  readonly itemId: string;
  readonly itemName: string;
  readonly orderId: string;
  /** Such as WO-000042. */
  readonly number: string;
  readonly storeId: string;
  /** Of which there are {@link STOCK} in the store. */
  readonly material: { readonly id: string; readonly name: string };
  complete(quantity: number): Promise<void>;
  /** Makes as many, of one of the material each. */
  batch(quantity: number): Promise<void>;
  completions(): Promise<readonly Json[]>;
  /** Ships what was made, and waits until the metrics have counted it. */
  ship(quantity: number): Promise<void>;
}

export const STOCK = 100;

export async function startProduction(api: Client): Promise<Production> {
  const suffix = randomUUID().slice(0, 8);
  const name = (kind: string): string => `Test ${kind} ${suffix}`;
  const item = await api.post('/items', {
    sku: `E2E-${suffix}`,
    name: name('loaf'),
    type: 'finished',
    baseUom: 'pcs',
    standardCost: 2.5,
  });
  const material = await api.post('/items', {
    sku: `E2E-RAW-${suffix}`,
    name: name('dough'),
    type: 'raw',
    baseUom: 'kg',
    standardCost: 0.5,
  });
  const store = await api.post('/locations', { code: `E2E-${suffix}`, name: name('store') });
  await api.post('/inventory/movements', {
    movementType: 'RECEIPT',
    lines: [{ itemId: material.id, locationId: store.id, qtyDelta: STOCK }],
  });
  const order = await api.post('/work-orders', {
    outputItemId: item.id,
    quantityPlanned: 1_000,
    defaultConsumeLocationId: store.id,
    defaultProduceLocationId: store.id,
  });
  const path = `/work-orders/${String(order.id)}`;
  await api.post(`${path}/release`, {});
  return {
    itemId: String(item.id),
    itemName: String(item.name),
    orderId: String(order.id),
    number: String(order.number),
    storeId: String(store.id),
    material: { id: String(material.id), name: name('dough') },
    complete: async (quantity) => {
      const draft = await api.post(`${path}/completions`, {
        lines: [{ outputItemId: item.id, toLocationId: store.id, quantityCompleted: quantity }],
      });
      await api.post(`${path}/completions/${String(draft.id)}/post`, {});
    },
    batch: async (quantity) => {
      await api.post(`${path}/record-batch`, {
        consumeLines: [{ componentItemId: material.id, fromLocationId: store.id, quantity }],
        produceLines: [{ outputItemId: item.id, toLocationId: store.id, quantity }],
      });
    },
    ship: async (quantity) => {
      await api.post('/inventory/movements', {
        movementType: 'SHIPMENT',
        lines: [{ itemId: item.id, locationId: store.id, qtyDelta: -quantity }],
      });
      await untilUsed(api, String(item.id));
    },
    completions: async () => (await api.get(`${path}/completions`)).data as readonly Json[],
  };
}
