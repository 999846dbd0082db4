// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ChartPanel, type Figure } from './ChartPanel';

interface Row {
  readonly sku: string;
  readonly value: number;
}

interface Answer {
  readonly asOf: string;
  readonly runId: string;
  readonly data: readonly Row[];
}

const ANSWER: Answer = {
  asOf: '2026-06-30T02:00:00Z',
  runId: '0190a000-0000-7000-8000-0000000abcde',
  data: [
    { sku: 'FLOUR', value: 1_234.5 },
    { sku: '=SUM(A1)', value: -2 },
  ],
};

const figure = ({ asOf, runId, data }: Answer): Figure<Row> => ({
  ...{ asOf, runId, filters: [], note: 'Value in EUR, last 90 days', rows: data },
  legend: [{ label: 'Value', color: 'red' }],
  rowKey: ({ sku }) => sku,
  facts: [
    { key: 'sku', title: 'Item', value: ({ sku }) => sku },
    { key: 'value', title: 'Value, EUR', isNumber: true, value: ({ value }) => value },
    { key: 'currency', title: 'Currency', value: () => 'EUR', isFileOnly: true },
  ],
  chart: (
    <svg role="img" aria-label="Bars" width="600" height="100">
      <rect x="1" y="2" width="3" height="4" style={{ fill: 'rgb(1, 2, 3)' }} />
    </svg>
  ),
});

function Items({ answer }: { answer: Promise<Answer> }) {
  const [view, setView] = useState<'chart' | 'table'>('chart');
  return (
    <ChartPanel
      title="Items"
      query={useQuery({ queryKey: ['items'], queryFn: () => answer, retry: false })}
      isEmpty={({ data }) => data.length === 0}
      empty="No items."
      formula="Outflow × cost."
      view={view}
      onView={setView}
      figure={figure}
    />
  );
}

const saved: { name: string; file: Blob }[] = [];

beforeEach(() => {
  saved.length = 0;
  let file: Blob;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    file = blob as Blob;
    return 'blob:test';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, file });
  });
});

afterEach(cleanup);

function show(answer: Promise<Answer> = Promise.resolve(ANSWER)) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Items answer={answer} />
    </QueryClientProvider>,
  );
}

async function exportAs(kind: RegExp): Promise<{ name: string; text: string }> {
  fireEvent.click(await screen.findByRole('button', { name: 'Export Items' }));
  fireEvent.click(screen.getByRole('button', { name: kind }));
  await waitFor(() => expect(saved).toHaveLength(1));
  const [first] = saved;
  return { name: first?.name ?? '', text: (await first?.file.text()) ?? '' };
}

describe('a panel with a chart', () => {
  it('says what its figures are, how they come about, and which run made them', async () => {
    show();
    await screen.findByRole('img', { name: 'Bars' });
    screen.getByText('Value in EUR, last 90 days');
    screen.getByText(/by run 0abcde/);
    const sign = screen.getByRole('button', { name: 'How Items is calculated' });
    const note = document.getElementById(sign.getAttribute('aria-describedby') ?? '');
    expect(note?.textContent).toBe('Outflow × cost.');
  });

  it('has a twin that is a table', async () => {
    show();
    fireEvent.click(await screen.findByRole('button', { name: 'Items as a table' }));
    expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
      'Item',
      'Value, EUR',
    ]);
    screen.getByRole('cell', { name: '1,234.5' });
    expect(screen.queryByRole('img', { name: 'Bars' })).toBeNull();
  });

  it('gives its rows as CSV, with every fact, its time and its run', async () => {
    show();
    const { name, text } = await exportAs(/^CSV/);
    expect(name).toBe('andon-items-20260630T020000Z.csv');
    expect(text).toBe(
      'sku,value,currency,asOf,runId\r\n' +
        `FLOUR,1234.5,EUR,${ANSWER.asOf},${ANSWER.runId}\r\n` +
        `'=SUM(A1),-2,EUR,${ANSWER.asOf},${ANSWER.runId}\r\n`,
    );
  });

  it('gives its chart as SVG also while it shows the table', async () => {
    show();
    fireEvent.click(await screen.findByRole('button', { name: 'Items as a table' }));
    const { name, text } = await exportAs(/^SVG/);
    expect(name).toBe('andon-items-20260630T020000Z.svg');
    expect(text).toContain('fill="#010203"');
    expect(text).toContain('Outflow × cost.');
  });

  it('offers no file of nothing, and closes its menu with Escape', async () => {
    show(Promise.resolve({ ...ANSWER, data: [] }));
    await screen.findByText('No items.');
    expect(screen.queryByRole('button', { name: 'Export Items' })).toBeNull();
    cleanup();
    show();
    const button = await screen.findByRole('button', { name: 'Export Items' });
    fireEvent.click(button);
    fireEvent.keyDown(screen.getByRole('button', { name: /^PNG/ }), { key: 'Escape' });
    expect(screen.queryByRole('button', { name: /^PNG/ })).toBeNull();
    expect(document.activeElement).toBe(button);
  });
});
