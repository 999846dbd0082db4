import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { readOverviewSearch, type OverviewSearch } from './search';

export interface SearchControl {
  readonly search: OverviewSearch;
  /** The URL of the page with a part of its search changed; undefined takes a part out. */
  readonly href: (change: Partial<OverviewSearch>) => string;
  readonly go: (change: Partial<OverviewSearch>) => void;
}

/** The overview's part of the URL: read, linked to and changed in one place, so every link keeps the rest. */
export function useOverviewSearch(): SearchControl {
  const router = useRouter();
  const navigate = useNavigate();
  const search = readOverviewSearch(useSearch({ strict: false }));
  const changed = (change: Partial<OverviewSearch>): OverviewSearch =>
    readOverviewSearch({ ...search, ...change });
  return {
    search,
    href: (change) => router.buildLocation({ to: '/overview', search: changed(change) } as never).publicHref,
    go: (change) => void navigate({ to: '/overview', search: changed(change), resetScroll: false } as never),
  };
}
