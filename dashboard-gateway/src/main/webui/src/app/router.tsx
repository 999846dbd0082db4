import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { readOverviewSearch } from '../features/overview/search';
import { NotFound } from './NotFound';
import { OverviewRoute } from './OverviewRoute';
import { Shell } from './Shell';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

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

export const router = createRouter({ routeTree: root.addChildren([start, overview]), basepath: '/app' });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
