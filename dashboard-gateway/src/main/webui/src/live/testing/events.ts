import type { LiveEvent } from '../events';

export function event(
  type: string,
  data: Record<string, unknown> = {},
  id = `${type} ${JSON.stringify(data)}`,
): LiveEvent {
  return { id, type, occurredAt: '2026-06-30T12:00:00Z', data, replayed: false };
}
