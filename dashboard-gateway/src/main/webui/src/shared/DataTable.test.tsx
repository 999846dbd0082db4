// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DataTable, type Column } from './DataTable';

const COLUMNS: readonly Column<string>[] = [
  {
    key: 'number',
    title: 'Number',
    cell: (row) => (
      <a className="row-link" href={`#${row}`}>
        {row}
      </a>
    ),
  },
  { key: 'length', title: 'Length', isNumber: true, cell: (row) => row.length },
];

beforeEach(() => {
  render(
    <DataTable label="Orders" columns={COLUMNS} rows={['WO-1', 'WO-2', 'WO-3']} rowKey={(row) => row} />,
  );
});

afterEach(cleanup);

it('names itself, its columns and its rows', () => {
  screen.getByRole('region', { name: 'Orders, as a table' });
  screen.getByRole('columnheader', { name: 'Length' });
  expect(screen.getAllByRole('row')).toHaveLength(4);
});

it.each([
  ['ArrowDown', 'WO-2', 'WO-3'],
  ['ArrowUp', 'WO-2', 'WO-1'],
  ['ArrowDown', 'WO-3', 'WO-3'],
  ['ArrowUp', 'WO-1', 'WO-1'],
  ['Home', 'WO-3', 'WO-1'],
  ['End', 'WO-1', 'WO-3'],
  ['a', 'WO-2', 'WO-2'],
])('%s leads from %s to %s', (key, from, to) => {
  const link = screen.getByRole('link', { name: from });
  link.focus();
  fireEvent.keyDown(link, { key });
  expect(document.activeElement?.textContent).toBe(to);
});
