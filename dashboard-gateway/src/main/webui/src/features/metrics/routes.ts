import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../shared/routing/lazyPage';
import { root } from '../../shared/routing/root';

/** The pages of the inventory metrics. */
export const metricsRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/inventory/abc',
    component: lazyPage(() => import('./abc/AbcPage').then(({ AbcPage }) => AbcPage)),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/inventory/aging',
    component: lazyPage(() => import('./aging/AgingPage').then(({ AgingPage }) => AgingPage)),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/inventory/slow-dead',
    component: lazyPage(() => import('./slowdead/SlowDeadPage').then(({ SlowDeadPage }) => SlowDeadPage)),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/inventory/turns',
    component: lazyPage(() => import('./turns/TurnsPage').then(({ TurnsPage }) => TurnsPage)),
  }),
] as const;
