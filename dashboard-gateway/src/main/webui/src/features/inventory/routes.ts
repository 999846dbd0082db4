import { createRoute, notFound } from '@tanstack/react-router';
import { lazyPage } from '../../shared/routing/lazyPage';
import { root } from '../../shared/routing/root';
import { readId } from '../../shared/routing/search';

/** The pages of what is in stock. */
export const inventoryRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/inventory/items/$itemId/movements',
    beforeLoad: ({ params }) => {
      if (readId(params.itemId) === undefined) {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's way to say so
        throw notFound();
      }
    },
    component: lazyPage(() => import('./MovementsPage').then(({ MovementsPage }) => MovementsPage)),
  }),
] as const;
