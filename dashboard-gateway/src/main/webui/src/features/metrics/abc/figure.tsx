import { lazy } from 'react';
import type { Figure } from '../../../charts/ChartPanel';
import { itemName } from '../answer';
import type { LinkToItem } from '../itemFacts';
import type { AbcClassification, AbcItem } from './api';
import { ABC_CLASSES, CLASS_COLORS, type AbcClass } from './classes';
import { abcFacts } from './facts';

const ParetoChart = lazy(() =>
  import('../../../charts/ParetoChart').then((module) => ({ default: module.ParetoChart })),
);

/** More bars than this are hairlines; the table has them all. */
const MOST_BARS = 60;

export const ABC_FORMULA =
  'Value of an item = what left the stock for customers and work orders in the window, at its cost then. ' +
  'From the most valuable down, items up to 80 % of all value are A, up to 95 % B, the rest C (shares as the ' +
  'settings say); the item that crosses a line keeps the higher class.';

/** Items by the value that left the stock, and the line of their shares. */
export function abcFigure(
  abc: AbcClassification,
  linkTo: LinkToItem,
  { abcClass, item }: { abcClass?: AbcClass | undefined; item?: string | undefined },
): Figure<AbcItem> {
  const valued = abc.data.filter(({ totalValue }) => (totalValue ?? 0) > 0);
  return {
    note: describe(abc),
    filters: abcClass === undefined ? [] : [`Class ${abcClass} is marked`],
    legend: ABC_CLASSES.map((name) => ({ label: `Class ${name}`, color: CLASS_COLORS[name] })),
    formula: ABC_FORMULA,
    asOf: abc.asOf,
    runId: abc.runId,
    facts: abcFacts(linkTo, abc),
    rows: abc.data,
    rowKey: ({ itemId }) => itemId,
    chart: (
      <ParetoChart
        label="Items by value, and their cumulative share"
        marks={valued.slice(0, MOST_BARS).map((one) => ({
          key: one.itemId,
          name: one.sku === null ? itemName(one) : `${itemName(one)} (${one.sku})`,
          value: one.totalValue ?? 0,
          cumulativePercent: one.cumulativePercentage ?? 0,
          abcClass: one.abcClass ?? 'none',
          selected: one.itemId === item || (abcClass !== undefined && one.abcClass === abcClass),
          link: linkTo(one.itemId),
        }))}
      />
    ),
  };
}

function describe({ currency, windowDays, nextCursor, data }: AbcClassification): string {
  const value =
    currency === null ? 'Value of what left the stock' : `Value in ${currency} of what left the stock`;
  const window = windowDays === null ? value : `${value}, last ${windowDays} days`;
  return nextCursor === null ? window : `${window}; the ${data.length} most valuable items`;
}
