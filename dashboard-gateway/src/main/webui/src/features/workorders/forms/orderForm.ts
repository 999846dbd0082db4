import type { ReactNode } from 'react';
import type { WorkOrder } from '../shapes';

/** What every form of an order's page is given. */
export interface OrderFormProps {
  readonly order: WorkOrder;
  /** The link that closes the form. */
  readonly cancel: ReactNode;
  /** @param completionId what was posted, for a link to it */
  readonly onDone: (message: string, completionId?: string) => void;
}
