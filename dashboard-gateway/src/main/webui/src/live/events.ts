import { isRecord } from '../shared/guards';

/** The names of Andon's events on the wire: the same list as EventType.java, which a test compares. */
export const EVENT_TYPES = [
  'inventory.work_order.issue.posted',
  'inventory.work_order.completion.posted',
  'inventory.work_order.batch.posted',
  'workorder:completed',
  'production:changed',
  'workorder:changed',
  'inventory.changed',
  'metrics:updated',
  'inventory.movement.posted',
  'inventory.item.upserted',
  'inventory.location.upserted',
  'tenant.settings.changed',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

export interface LiveEvent {
  readonly id: string;
  /** Usually an {@link EventType}; a newer service may send others. */
  readonly type: string;
  readonly occurredAt: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** An operator sends it again: it counts although its id has been seen. */
  readonly replayed: boolean;
  /** The position after it, by which a stream resumes; known of what came by the stream itself. */
  readonly position?: string | undefined;
}

export function isEventType(type: string): type is EventType {
  return (EVENT_TYPES as readonly string[]).includes(type);
}

/** The envelope in a frame's data, or null for one that is not an envelope: it must not end the stream. */
export function readEvent(json: string, position?: string): LiveEvent | null {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  const event = readEnvelope(value);
  return event && { ...event, position };
}

export function readEnvelope(value: unknown): LiveEvent | null {
  if (!isRecord(value) || typeof value.id !== 'string' || typeof value.type !== 'string') {
    return null;
  }
  return {
    id: value.id,
    type: value.type,
    occurredAt: typeof value.occurredAt === 'string' ? value.occurredAt : '',
    data: isRecord(value.data) ? value.data : {},
    replayed: value.replayed === true,
  };
}
