import { statusName } from '../../shared/format';
import type { Movement } from './api';

/** What made a movement. */
export interface Cause {
  readonly label: string;
  /** The page that tells more, or null where the cause is none of ours. */
  readonly path: string | null;
}

const TYPES: Readonly<Record<string, string>> = {
  OPENING: 'Opening stock',
  RECEIPT: 'Received',
  SHIPMENT: 'Shipped',
  CUSTOMER_RETURN: 'Returned by a customer',
  SUPPLIER_RETURN: 'Returned to a supplier',
  TRANSFER: 'Transferred',
  COUNT: 'Counted',
  ADJUSTMENT: 'Adjusted',
  WO_ISSUE: 'Issued to an order',
  WO_PRODUCTION: 'Produced',
  WO_SCRAP: 'Scrapped',
};

/** A batch is kept as a completion, under its own id. */
const COMPLETIONS: ReadonlySet<string> = new Set(['completion', 'batch']);

export function typeName(type: string): string {
  return Object.hasOwn(TYPES, type) ? (TYPES[type] ?? type) : statusName(type);
}

/** The completion, batch, issue or scrap of a work order, or what a system outside calls its reason. */
export function causeOf({ sourceType, sourceId, workOrderId, reversesMovementId }: Movement): Cause {
  const kind = sourceType?.replace(/^work-order-/, '') ?? '';
  if (workOrderId === null) {
    const name =
      kind === '' || kind === 'external' ? 'Outside system' : statusName(kind.replaceAll('-', ' '));
    return { label: sourceId === null ? name : `${name} ${sourceId}`, path: null };
  }
  const order = `/work-orders/${workOrderId}`;
  const what = reversesMovementId === null ? statusName(kind) : `Void of ${kind}`;
  const label = kind === '' ? 'Work order' : what;
  return COMPLETIONS.has(kind) && sourceId !== null
    ? { label, path: `${order}/completions/${sourceId}` }
    : { label, path: order };
}
