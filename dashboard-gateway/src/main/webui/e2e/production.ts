import { randomUUID } from 'node:crypto';
import { untilUsed } from './metrics';
import type { Client } from './stack';

/** A released work order of an item that nobody else makes: the test works on any state of the tenant. */
export interface Production {
  readonly itemId: string;
  readonly itemName: string;
  /** Ships what was made, and waits until the metrics have counted it. */
  ship(quantity: number): Promise<void>;
  complete(quantity: number): Promise<void>;
}

export async function startProduction(api: Client): Promise<Production> {
  const suffix = randomUUID().slice(0, 8);
  const item = await api.post('/items', {
    sku: `E2E-${suffix}`,
    name: `Test loaf ${suffix}`,
    type: 'finished',
    baseUom: 'pcs',
    standardCost: 2.5,
  });
  const location = await api.post('/locations', { code: `E2E-${suffix}`, name: `Test store ${suffix}` });
  const order = await api.post('/work-orders', {
    outputItemId: item.id,
    quantityPlanned: 1_000,
    defaultProduceLocationId: location.id,
  });
  const path = `/work-orders/${String(order.id)}`;
  await api.post(`${path}/release`, {});
  return {
    itemId: String(item.id),
    itemName: String(item.name),
    ship: async (quantity) => {
      await api.post('/inventory/movements', {
        movementType: 'SHIPMENT',
        lines: [{ itemId: item.id, locationId: location.id, qtyDelta: -quantity }],
      });
      await untilUsed(api, String(item.id));
    },
    complete: async (quantity) => {
      const draft = await api.post(`${path}/completions`, {
        lines: [{ outputItemId: item.id, toLocationId: location.id, quantityCompleted: quantity }],
      });
      await api.post(`${path}/completions/${String(draft.id)}/post`, {});
    },
  };
}
