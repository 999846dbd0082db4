import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../shared/routing/lazyPage';
import { requireIds } from '../../shared/routing/requireIds';
import { root } from '../../shared/routing/root';
import { readOrderSearch, readOrdersSearch } from './search';

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
