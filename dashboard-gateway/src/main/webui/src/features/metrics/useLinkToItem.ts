import { usePageLink } from '../../shared/routing/usePage';
import type { MetricAnswer } from './answer';
import type { LinkToItem } from './itemFacts';

/** Leads from an item's figure to the movements that it was calculated from: those of the window. */
export function useLinkToItem(answer: MetricAnswer<unknown> | undefined): LinkToItem {
  const page = usePageLink();
  const window = {
    from: answer?.windowStart ?? undefined,
    to: answer?.windowStart == null ? undefined : (answer.asOf ?? undefined),
  };
  return (itemId) => page(`/inventory/items/${itemId}/movements`, window);
}
