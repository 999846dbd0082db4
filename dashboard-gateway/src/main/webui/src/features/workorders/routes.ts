import { createRoute, notFound } from '@tanstack/react-router';
import { lazyPage } from '../../shared/routing/lazyPage';
import { root } from '../../shared/routing/root';
import { readId } from '../../shared/routing/search';
import { readOrderSearch, readOrdersSearch } from './search';

/** An address with something else where an id belongs is no page's. */
function requireIds(...ids: readonly string[]): void {
  if (ids.some((id) => readId(id) === undefined)) {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's way to say so
    throw notFound();
  }
}

const orders = createRoute({
  getParentRoute: () => root,
  path: '/work-orders',
  validateSearch: readOrdersSearch,
  component: lazyPage(async () => (await import('./list/OrdersPage')).OrdersPage),
});

const order = createRoute({
  getParentRoute: () => root,
  path: '/work-orders/$orderId',
  validateSearch: readOrderSearch,
  beforeLoad: ({ params }) => requireIds(params.orderId),
  component: lazyPage(async () => (await import('./order/OrderPage')).OrderPage),
});

const completion = createRoute({
  getParentRoute: () => root,
  path: '/work-orders/$orderId/completions/$completionId',
  validateSearch: readOrderSearch,
  beforeLoad: ({ params }) => requireIds(params.orderId, params.completionId),
  component: lazyPage(async () => (await import('./completion/CompletionPage')).CompletionPage),
});

const newOrder = createRoute({
  getParentRoute: () => root,
  path: '/work-orders/new',
  validateSearch: readOrdersSearch,
  component: lazyPage(async () => (await import('./forms/NewOrderPage')).NewOrderPage),
});

export const workOrderRoutes = [orders, newOrder, order, completion] as const;
