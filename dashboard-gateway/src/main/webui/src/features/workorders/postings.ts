import type { Listed } from '../../shared/catalog/items';
import { list, number, object, optional, orElse, string } from '../../shared/decode';

/** What was posted for an order: its completions (a batch is one that also consumed) and its issues. */

export interface CompletionLine {
  readonly outputItemId: string;
  readonly toLocationId: string;
  readonly quantityCompleted: number;
  readonly uom: string;
  readonly lotCode: string | null;
}

export interface ConsumedLine {
  readonly componentItemId: string;
  readonly fromLocationId: string;
  readonly quantity: number;
  readonly uom: string;
  readonly lotCode: string | null;
}

export interface Completion {
  readonly id: string;
  readonly workOrderId: string;
  readonly status: string;
  readonly occurredAt: string | null;
  readonly notes: string | null;
  readonly lines: readonly CompletionLine[];
  /** Of a batch. */
  readonly consumedLines: readonly ConsumedLine[];
  readonly createdAt: string;
  readonly createdBy: string;
  /** Null in a draft, like what follows. */
  readonly movementId: string | null;
  readonly issueMovementId: string | null;
  readonly eventId: string | null;
  readonly postedAt: string | null;
  readonly postedBy: string | null;
  readonly voidMovementId: string | null;
  readonly voidIssueMovementId: string | null;
  readonly voidedAt: string | null;
  readonly voidedBy: string | null;
  readonly voidReason: string | null;
}

const text = optional(string);

const decodeLine = object<CompletionLine>({
  outputItemId: string,
  toLocationId: string,
  quantityCompleted: number,
  uom: string,
  lotCode: text,
});

const decodeConsumed = object<ConsumedLine>({
  componentItemId: string,
  fromLocationId: string,
  quantity: number,
  uom: string,
  lotCode: text,
});

export const decodeCompletion = object<Completion>({
  id: string,
  workOrderId: string,
  status: string,
  occurredAt: text,
  notes: text,
  lines: list(decodeLine),
  consumedLines: orElse(list(decodeConsumed), []),
  createdAt: string,
  createdBy: string,
  movementId: text,
  issueMovementId: text,
  eventId: text,
  postedAt: text,
  postedBy: text,
  voidMovementId: text,
  voidIssueMovementId: text,
  voidedAt: text,
  voidedBy: text,
  voidReason: text,
});

export const decodeCompletions = object<Listed<Completion>>({
  data: list(decodeCompletion),
  nextCursor: text,
});

export interface IssueLine {
  readonly componentItemId: string;
  readonly fromLocationId: string;
  readonly quantityIssued: number;
  readonly uom: string;
  readonly lotCode: string | null;
}

export interface Issue {
  readonly id: string;
  readonly status: string;
  readonly occurredAt: string | null;
  readonly notes: string | null;
  readonly lines: readonly IssueLine[];
  readonly createdAt: string;
  readonly createdBy: string;
  readonly movementId: string | null;
  readonly postedAt: string | null;
  readonly postedBy: string | null;
}

const decodeIssue = object<Issue>({
  id: string,
  status: string,
  occurredAt: text,
  notes: text,
  lines: list(
    object<IssueLine>({
      componentItemId: string,
      fromLocationId: string,
      quantityIssued: number,
      uom: string,
      lotCode: text,
    }),
  ),
  createdAt: string,
  createdBy: string,
  movementId: text,
  postedAt: text,
  postedBy: text,
});

export const decodeIssues = object<Listed<Issue>>({ data: list(decodeIssue), nextCursor: text });
