import type { Api } from '../../shared/api';
import { number, object, optional, string } from '../../shared/decode';
import { decodeCompletion, type Completion } from './postings';
import { decodeOrder, type WorkOrder } from './shapes';

/** What can be done with work orders. Each takes the key that makes the service act once. */

export interface NewOrder {
  readonly outputItemId: string | null;
  readonly quantityPlanned: number | null;
  readonly bomId: string | null;
  readonly defaultConsumeLocationId: string | null;
  readonly defaultProduceLocationId: string | null;
  readonly scheduledStartAt: string | null;
  readonly scheduledDueAt: string | null;
  readonly description: string | null;
}

export function createOrder(api: Api, body: NewOrder, key: string): Promise<WorkOrder> {
  return api.post('/work-orders', body, decodeOrder, key);
}

export type Step = 'release' | 'cancel' | 'close';

export function moveOrder(api: Api, id: string, step: Step, key: string): Promise<WorkOrder> {
  return api.post(`/work-orders/${id}/${step}`, {}, decodeOrder, key);
}

/** Posts although stock is short, which a planner may for a reason. */
export interface Overdraft {
  readonly allowNegative?: true;
  readonly reason?: string;
}

export interface NewBatch extends Overdraft {
  readonly occurredAt: string | null;
  readonly notes: string | null;
  readonly consumeLines: readonly {
    readonly componentItemId: string | null;
    readonly fromLocationId: string | null;
    readonly quantity: number | null;
    readonly lotCode: string | null;
  }[];
  readonly produceLines: readonly {
    readonly outputItemId: string;
    readonly toLocationId: string | null;
    readonly quantity: number | null;
    readonly lotCode: string | null;
  }[];
}

export interface RecordedBatch {
  readonly batchId: string;
  readonly quantityCompleted: number;
}

const decodeBatch = object<RecordedBatch>({ batchId: string, quantityCompleted: number });

export function recordBatch(api: Api, id: string, body: NewBatch, key: string): Promise<RecordedBatch> {
  return api.post(`/work-orders/${id}/record-batch`, body, decodeBatch, key);
}

export interface NewCompletion {
  readonly occurredAt: string | null;
  readonly notes: string | null;
  readonly lines: readonly {
    readonly outputItemId: string;
    readonly toLocationId: string | null;
    readonly quantityCompleted: number | null;
    readonly lotCode: string | null;
  }[];
}

export function draftCompletion(api: Api, id: string, body: NewCompletion, key: string): Promise<Completion> {
  return api.post(`/work-orders/${id}/completions`, body, decodeCompletion, key);
}

export function postCompletion(
  api: Api,
  { id, workOrderId }: Pick<Completion, 'id' | 'workOrderId'>,
  key: string,
): Promise<Completion> {
  return api.post(`/work-orders/${workOrderId}/completions/${id}/post`, {}, decodeCompletion, key);
}

export function voidCompletion(
  api: Api,
  { id, workOrderId }: Pick<Completion, 'id' | 'workOrderId'>,
  body: Overdraft,
  key: string,
): Promise<Completion> {
  return api.post(`/work-orders/${workOrderId}/completions/${id}/void`, body, decodeCompletion, key);
}

export interface NewIssue extends Overdraft {
  readonly occurredAt: string | null;
  readonly notes: string | null;
  readonly lines: readonly {
    readonly componentItemId: string | null;
    readonly fromLocationId: string | null;
    readonly quantityIssued: number | null;
    readonly lotCode: string | null;
  }[];
}

const decodePosted = object<{ readonly id: string; readonly movementId: string | null }>({
  id: string,
  movementId: optional(string),
});

/** Drafts and posts in one go. Both requests act once: the key of the second follows from that of the first. */
export async function issueMaterials(
  api: Api,
  id: string,
  { allowNegative, reason, ...draft }: NewIssue,
  key: string,
): Promise<{ readonly id: string }> {
  const drafted = await api.post(`/work-orders/${id}/issues`, draft, decodePosted, key);
  const overdraft =
    allowNegative === true ? { allowNegative, ...(reason === undefined ? {} : { reason }) } : {};
  return postIssue(api, id, drafted.id, overdraft, `${key}-post`);
}

export function postIssue(
  api: Api,
  orderId: string,
  id: string,
  overdraft: Overdraft,
  key: string,
): Promise<{ readonly id: string }> {
  return api.post(`/work-orders/${orderId}/issues/${id}/post`, overdraft, decodePosted, key);
}

export interface NewScrap {
  readonly quantityScrapped: number | null;
  readonly reasonCode: string | null;
  readonly occurredAt: string | null;
  readonly notes: string | null;
}

export function recordScrap(api: Api, id: string, body: NewScrap, key: string): Promise<object> {
  return api.post(`/work-orders/${id}/scrap`, body, object({}), key);
}
