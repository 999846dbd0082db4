import type { PageLink } from '../../shared/routing/link';
import { usePageLink } from '../../shared/routing/usePage';
import type { ProductionOverview } from './shapes';

/** Leads from an item to its movements in the time shown. */
export function useLinkToMovements(overview: ProductionOverview | undefined): (itemId: string) => PageLink {
  const page = usePageLink();
  const { from, to } = overview ?? {};
  return (itemId) => page(`/inventory/items/${itemId}/movements`, { from, to });
}
