// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { Freshness } from './Freshness';
import { Panel } from './Panel';
import { ApiProblem, Unreachable } from './problem';

interface Figures {
  readonly asOf: string;
  readonly total: number;
}

const PROBLEM = new ApiProblem(503, 'UPSTREAM', 'Service unavailable', 'workorder-service did not answer.');

function Output({ fetch }: { fetch: () => Promise<Figures> }) {
  const query = useQuery({ queryKey: ['figures'], queryFn: fetch, retry: false });
  return (
    <Panel
      title="Output"
      area="x"
      query={query}
      isEmpty={({ total }) => total === 0}
      empty="Nothing was made."
    >
      {({ total }) => <p>{`Total ${total}`}</p>}
    </Panel>
  );
}

function show(answers: readonly (Figures | Error)[], fresh = true) {
  const left = [...answers];
  const fetch = () => {
    const next = left.shift();
    return next instanceof Error
      ? Promise.reject(next)
      : next
        ? Promise.resolve(next)
        : new Promise<never>(() => undefined);
  };
  const client = new QueryClient();
  render(
    <QueryClientProvider client={client}>
      <Freshness value={fresh}>
        <Output fetch={fetch} />
      </Freshness>
    </QueryClientProvider>,
  );
  return client;
}

const figures = (total: number): Figures => ({ asOf: new Date().toISOString(), total });

afterEach(cleanup);

describe('a panel', () => {
  it('says that it is loading', () => {
    show([]);
    expect(screen.getByRole('region', { name: 'Output' }).getAttribute('aria-busy')).toBe('true');
    screen.getByRole('img', { name: 'Output: loading' });
  });

  it('shows its figures and how old they are', async () => {
    show([figures(7)]);
    await screen.findByText('Total 7');
    screen.getByText(/just now/);
    expect(screen.queryByText(/out of date/)).toBeNull();
  });

  it('says when there is nothing', async () => {
    show([figures(0)]);
    await screen.findByText('Nothing was made.');
  });

  it('says why its figures did not come, and gets them on Retry', async () => {
    show([PROBLEM, figures(7)]);
    await screen.findByText('Service unavailable');
    screen.getByText('workorder-service did not answer.');
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    await screen.findByText('Total 7');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('keeps its figures when newer ones do not come', async () => {
    const client = show([figures(7), PROBLEM]);
    await screen.findByText('Total 7');
    await client.refetchQueries();
    await screen.findByText('What is shown is older.');
    screen.getByText('Total 7');
  });

  it('keeps its figures in place while newer ones are on their way', async () => {
    const client = show([figures(7)]);
    await screen.findByText('Total 7');
    void client.refetchQueries();
    await waitFor(() => expect(screen.getByRole('region').getAttribute('aria-busy')).toBe('true'));
    screen.getByText('Total 7');
  });

  it('leaves it to the page to say that nothing can be reached, as long as it has figures', async () => {
    const client = show([figures(7), new Unreachable('no answer')], false);
    await screen.findByText('Total 7');
    await client.refetchQueries();
    await screen.findByText(/may be out of date/);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says that nothing can be reached when it has no figures', async () => {
    show([new Unreachable('no answer')], false);
    await screen.findByText('Andon cannot be reached');
  });

  it('says that its figures may have been overtaken', async () => {
    show([figures(7)], false);
    await screen.findByText(/may be out of date/);
  });
});
