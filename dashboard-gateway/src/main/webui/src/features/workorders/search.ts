import { readCursor, readDay, readId, readOneOf, searchReader } from '../../shared/routing/search';
import { STATUSES, type Status } from './shapes';

export const FORMS = [
  'batch',
  'completion',
  'issue',
  'scrap',
  'release',
  'cancel',
  'close',
  'post',
  'void',
] as const;
export type FormName = (typeof FORMS)[number];

/**
 * What the pages of work orders can be asked for. The list's filters stay in the addresses of an order and of its
 * completions, so that the way back leads to the same list.
 */
export interface OrdersSearch {
  readonly status?: Status | undefined;
  readonly item?: string | undefined;
  /** The last day on which an order is due. */
  readonly due?: string | undefined;
  readonly overdue?: 'true' | undefined;
  readonly cursor?: string | undefined;
}

const list = {
  status: readOneOf(STATUSES),
  item: readId,
  due: readDay,
  overdue: readOneOf(['true']),
  cursor: readCursor,
};

export const readOrdersSearch = searchReader<OrdersSearch>(list);

export interface OrderSearch extends OrdersSearch {
  /** The form that is open. */
  readonly form?: FormName | undefined;
  /** The page of the order's completions. */
  readonly completions?: string | undefined;
}

export const readOrderSearch = searchReader<OrderSearch>({
  ...list,
  form: readOneOf(FORMS),
  completions: readCursor,
});

/** The list that an order's page was reached from. */
export function listSearch(search: OrderSearch): OrdersSearch {
  return readOrdersSearch(search);
}
