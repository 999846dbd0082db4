import { expect, it } from 'vitest';
import { UnexpectedBody } from '../../shared/decode';
import { decodeOverview, decodeSummary } from './shapes';

const week = { from: '2026-06-24', to: '2026-06-30', output: [], scrap: [] };
const summary = {
  asOf: '2026-06-30T12:00:00Z',
  zone: 'Europe/Lisbon',
  workOrders: { open: 3 },
  today: { date: '2026-06-30', output: [{ uom: 'pcs', quantity: 1.5 }] },
  last7Days: week,
};

it('reads a summary in which what is not known is absent', () => {
  expect(decodeSummary(summary, 'summary')).toMatchObject({
    workOrders: { open: 3, overdue: 0 },
    last7Days: { yieldPercent: null, yieldByUom: [] },
    onTimePercent: null,
  });
});

it('names the place that is not as the contract says', () => {
  const today = { date: '2026-06-30', output: [{ uom: 'pcs', quantity: '1.5' }] };
  expect(() => decodeSummary({ ...summary, today }, 'summary')).toThrow(
    new UnexpectedBody('summary.today.output[0].quantity', 'a number'),
  );
  expect(() => decodeOverview([], 'overview')).toThrow('overview is not an object');
});
