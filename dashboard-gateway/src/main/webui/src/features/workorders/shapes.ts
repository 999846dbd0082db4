import { list, number, object, optional, orElse, string } from '../../shared/decode';
import type { Listed } from '../../shared/catalog/items';

export const STATUSES = ['draft', 'released', 'in_progress', 'completed', 'closed', 'canceled'] as const;
export type Status = (typeof STATUSES)[number];

export interface WorkOrder {
  readonly id: string;
  readonly number: string;
  /** Usually a {@link Status}. */
  readonly status: string;
  readonly outputItemId: string;
  readonly outputUom: string;
  readonly bomId: string | null;
  readonly quantityPlanned: number;
  readonly quantityCompleted: number;
  readonly quantityScrapped: number;
  readonly defaultConsumeLocationId: string | null;
  readonly defaultProduceLocationId: string | null;
  readonly scheduledStartAt: string | null;
  readonly scheduledDueAt: string | null;
  readonly releasedAt: string | null;
  readonly completedAt: string | null;
  readonly description: string | null;
  readonly createdAt: string;
  readonly createdBy: string;
}

const text = optional(string);

export const decodeOrder = object<WorkOrder>({
  id: string,
  number: string,
  status: string,
  outputItemId: string,
  outputUom: string,
  bomId: text,
  quantityPlanned: number,
  quantityCompleted: number,
  quantityScrapped: number,
  defaultConsumeLocationId: text,
  defaultProduceLocationId: text,
  scheduledStartAt: text,
  scheduledDueAt: text,
  releasedAt: text,
  completedAt: text,
  description: text,
  createdAt: string,
  createdBy: orElse(string, ''),
});

export const decodeOrders = object<Listed<WorkOrder>>({ data: list(decodeOrder), nextCursor: text });

export interface Transition {
  readonly from: string | null;
  readonly to: string;
  readonly at: string;
  readonly by: string;
}

export const decodeHistory = object<{ readonly data: readonly Transition[] }>({
  data: list(object<Transition>({ from: text, to: string, at: string, by: string })),
});

/** Whether the service takes output for an order in this status. */
export function takesPostings(status: string): boolean {
  return status === 'released' || status === 'in_progress' || status === 'completed';
}

export function isOpen(status: string): boolean {
  return status === 'draft' || status === 'released' || status === 'in_progress';
}

/** Good output and scrap, as a part of the plan. */
export function progressPercent({ quantityPlanned, quantityCompleted, quantityScrapped }: WorkOrder): number {
  return quantityPlanned === 0 ? 0 : ((quantityCompleted + quantityScrapped) / quantityPlanned) * 100;
}

/** Good output as a part of everything made; null before anything was. */
export function yieldPercent({ quantityCompleted, quantityScrapped }: WorkOrder): number | null {
  const made = quantityCompleted + quantityScrapped;
  return made === 0 ? null : (quantityCompleted / made) * 100;
}
