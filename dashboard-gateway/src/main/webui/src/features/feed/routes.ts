import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../shared/routing/lazyPage';
import { root } from '../../shared/routing/root';
import { readFeedSearch } from './search';

const feed = createRoute({
  getParentRoute: () => root,
  path: '/feed',
  validateSearch: readFeedSearch,
  component: lazyPage(async () => (await import('./FeedPage')).FeedPage),
});

export const feedRoutes = [feed] as const;
