import type { EventType, LiveEvent } from '../../live/events';
import { isEventType } from '../../live/events';
import { quantity, statusName } from '../../shared/format';
import { metricName } from '../../shared/metricNames';

export interface FeedEntry {
  readonly title: string;
  readonly detail: string;
}

type Data = LiveEvent['data'];

const WORDS: Readonly<Record<EventType, (data: Data) => FeedEntry>> = {
  'inventory.work_order.issue.posted': (data) => ({ title: 'Materials issued', detail: order(data) }),
  'inventory.work_order.completion.posted': (data) => ({ title: 'Completion posted', detail: order(data) }),
  'inventory.work_order.batch.posted': (data) => ({ title: 'Batch recorded', detail: order(data) }),
  'workorder:completed': (data) => ({ title: 'Production reported', detail: withStatus(data) }),
  'production:changed': (data) => ({ title: 'Quantity completed', detail: completed(data) }),
  'workorder:changed': (data) => ({ title: 'Work order changed', detail: withStatus(data) }),
  'inventory.changed': (data) => ({ title: 'Stock changed', detail: items(data) }),
  'metrics:updated': (data) => ({ title: 'Metrics recalculated', detail: metric(data) }),
  'inventory.movement.posted': () => ({ title: 'Movement posted', detail: '' }),
  'inventory.item.upserted': (data) => ({ title: 'Item saved', detail: text(data.name) }),
  'inventory.location.upserted': (data) => ({ title: 'Location saved', detail: text(data.name) }),
  'tenant.settings.changed': () => ({ title: 'Settings changed', detail: '' }),
};

/** An event in words. One that this page does not know is shown by its name. */
export function describe(event: LiveEvent): FeedEntry {
  return isEventType(event.type) ? WORDS[event.type](event.data) : { title: event.type, detail: '' };
}

function order(data: Data): string {
  return `Order …${text(data.workOrderId).slice(-6)}`;
}

function withStatus(data: Data): string {
  return `${order(data)}, ${statusName(text(data.status)).toLowerCase()}`;
}

function completed(data: Data): string {
  const { quantityCompleted } = data;
  return `${order(data)}, ${typeof quantityCompleted === 'number' ? quantity(quantityCompleted) : '–'} so far`;
}

function items(data: Data): string {
  const number = Array.isArray(data.itemIds) ? data.itemIds.length : 0;
  return number === 1 ? '1 item' : `${number} items`;
}

function metric(data: Data): string {
  const number = data.itemsUpdated ?? data.itemsProcessed;
  const name = metricName(text(data.metric));
  return typeof number === 'number' ? `${name}, ${number === 1 ? '1 item' : `${number} items`}` : name;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
