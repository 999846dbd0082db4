import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { feedRoutes } from '../features/feed/routes';
import { inventoryRoutes } from '../features/inventory/routes';
import { metricsRoutes } from '../features/metrics/routes';
import { readOverviewSearch } from '../features/overview/search';
import { runRoutes } from '../features/runs/routes';
import { workOrderRoutes } from '../features/workorders/routes';
import { root } from '../shared/routing/root';
import { parseSearch, stringifySearch } from '../shared/routing/search';
import { NotFound } from './NotFound';
import { OverviewRoute } from './OverviewRoute';
import { PageFailure } from './PageFailure';
import { Shell } from './Shell';

root.update({ component: Shell, notFoundComponent: NotFound });

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's way to redirect
    throw redirect({ to: '/overview', replace: true });
  },
});

const overview = createRoute({
  getParentRoute: () => root,
  path: '/overview',
  validateSearch: readOverviewSearch,
  component: OverviewRoute,
});

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    overview,
    ...workOrderRoutes,
    ...metricsRoutes,
    ...inventoryRoutes,
    ...runRoutes,
    ...feedRoutes,
  ]),
  basepath: '/app',
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultPreload: 'intent',
  // Code is all that a route loads: figures are the queries'.
  defaultErrorComponent: PageFailure,
  defaultNotFoundComponent: NotFound,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
