import { useNavigate, useRouter } from '@tanstack/react-router';
import { useSearchOf } from '../../shared/routing/search';
import { readOverviewSearch, type OverviewSearch } from './search';

export interface SearchControl {
  readonly search: OverviewSearch;
  readonly ignored: readonly string[];
  /** The URL of the page with a part of its search changed; undefined takes a part out. */
  readonly href: (change: Partial<OverviewSearch>) => string;
  readonly go: (change: Partial<OverviewSearch>) => void;
}

/** The overview's part of the URL: read, linked to and changed in one place, so every link keeps the rest. */
export function useOverviewSearch(): SearchControl {
  const router = useRouter();
  const navigate = useNavigate();
  const { search, ignored } = useSearchOf(readOverviewSearch);
  const changed = (change: Partial<OverviewSearch>): OverviewSearch =>
    readOverviewSearch({ ...search, ...change });
  return {
    search,
    ignored,
    href: (change) => router.buildLocation({ to: '/overview', search: changed(change) } as never).publicHref,
    go: (change) => void navigate({ to: '/overview', search: changed(change), resetScroll: false } as never),
  };
}
