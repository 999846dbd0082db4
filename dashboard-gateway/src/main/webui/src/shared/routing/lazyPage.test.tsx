// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { lazyPage } from './lazyPage';

afterEach(cleanup);

function Orders() {
  return <h1>Orders</h1>;
}

it('fetches its code once', async () => {
  let fetched = 0;
  const LazyOrders = lazyPage(() => {
    fetched++;
    return Promise.resolve(Orders);
  });
  await LazyOrders.preload?.();
  await LazyOrders.preload?.();
  render(<LazyOrders />);
  screen.getByText('Orders');
  expect(fetched).toBe(1);
});

it('tells that its code did not come, and fetches it again when it is asked for again', async () => {
  const answers = [Promise.reject(new Error('no answer')), Promise.resolve(Orders)];
  const LazyOrders = lazyPage(() => answers.shift() ?? Promise.resolve(Orders));
  await expect(LazyOrders.preload?.()).rejects.toThrow('no answer');
  await LazyOrders.preload?.();
  render(<LazyOrders />);
  screen.getByText('Orders');
});
