import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../shared/routing/lazyPage';
import { requireIds } from '../../shared/routing/requireIds';
import { root } from '../../shared/routing/root';
import { readRunsSearch } from './search';

const runs = createRoute({
  getParentRoute: () => root,
  path: '/runs',
  validateSearch: readRunsSearch,
  component: lazyPage(async () => (await import('./RunsPage')).RunsPage),
});

const run = createRoute({
  getParentRoute: () => root,
  path: '/runs/$runId',
  validateSearch: readRunsSearch,
  beforeLoad: ({ params }) => requireIds(params.runId),
  component: lazyPage(async () => (await import('./RunPage')).RunPage),
});

export const runRoutes = [runs, run] as const;
