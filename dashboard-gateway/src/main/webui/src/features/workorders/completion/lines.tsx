import { DataTable, type Column } from '../../../shared/DataTable';
import { quantity } from '../../../shared/format';
import { ItemLink, LocationName } from '../Names';
import type { CompletionLine, ConsumedLine } from '../postings';

const OUTPUT: readonly Column<CompletionLine>[] = [
  { key: 'item', title: 'Item', cell: ({ outputItemId }) => <ItemLink id={outputItemId} /> },
  { key: 'location', title: 'Into', cell: ({ toLocationId }) => <LocationName id={toLocationId} /> },
  { key: 'lot', title: 'Lot', cell: ({ lotCode }) => lotCode ?? '–' },
  {
    key: 'quantity',
    title: 'Quantity',
    isNumber: true,
    cell: (line) => `${quantity(line.quantityCompleted)} ${line.uom}`,
  },
];

const CONSUMED: readonly Column<ConsumedLine>[] = [
  { key: 'item', title: 'Item', cell: ({ componentItemId }) => <ItemLink id={componentItemId} /> },
  { key: 'location', title: 'From', cell: ({ fromLocationId }) => <LocationName id={fromLocationId} /> },
  { key: 'lot', title: 'Lot', cell: ({ lotCode }) => lotCode ?? '–' },
  {
    key: 'quantity',
    title: 'Quantity',
    isNumber: true,
    cell: (line) => `${quantity(line.quantity)} ${line.uom}`,
  },
];

export function OutputTable({ lines }: { lines: readonly CompletionLine[] }) {
  return <DataTable label="Made" columns={OUTPUT} rows={lines} rowKey={(_, index) => String(index)} />;
}

export function ConsumedTable({ lines }: { lines: readonly ConsumedLine[] }) {
  return <DataTable label="Consumed" columns={CONSUMED} rows={lines} rowKey={(_, index) => String(index)} />;
}
