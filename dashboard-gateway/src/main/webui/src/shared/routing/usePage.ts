import { useNavigate, useRouter } from '@tanstack/react-router';
import type { PageLink } from './link';
import { useSearchOf, type ReadSearch } from './search';

/** Links to pages of the dashboard. Paths are as in the router, without "/app". */
export function usePageLink(): (to: string, search?: object) => PageLink {
  const router = useRouter();
  const navigate = useNavigate();
  return (to, search = {}) => ({
    href: router.buildLocation({ to, search } as never).publicHref,
    follow: () => void navigate({ to, search } as never),
  });
}

export interface PageSearch<S extends object> {
  readonly search: S;
  /** Names in the URL that the page does not understand. */
  readonly ignored: readonly string[];
  /** A link to the page with a part of its search changed; undefined takes a part out. */
  readonly link: (change: Partial<S>) => PageLink;
  /** Changes a part of the search; the page stays where it is scrolled to. */
  readonly go: (change: Partial<S>) => void;
}

/** A page's part of the URL: read, linked to and changed in one place, so that every link keeps the rest. */
export function usePageSearch<S extends object>(to: string, read: ReadSearch<S>): PageSearch<S> {
  const router = useRouter();
  const navigate = useNavigate();
  const { search, ignored } = useSearchOf(read);
  const changed = (change: Partial<S>): S => read({ ...search, ...change });
  const go = (change: Partial<S>): void =>
    void navigate({ to, search: changed(change), resetScroll: false } as never);
  return {
    ...{ search, ignored, go },
    link: (change) => ({
      href: router.buildLocation({ to, search: changed(change) } as never).publicHref,
      follow: () => go(change),
    }),
  };
}
