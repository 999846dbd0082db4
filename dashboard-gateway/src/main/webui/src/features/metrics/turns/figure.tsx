import { lazy } from 'react';
import type { Figure } from '../../../charts/ChartPanel';
import { quantity } from '../../../shared/format';
import { itemName } from '../answer';
import type { LinkToItem } from '../itemFacts';
import type { TurnsDoi, TurnsItem } from './api';
import { turnsFacts } from './facts';

const BarChart = lazy(() =>
  import('../../../charts/BarChart').then((module) => ({ default: module.BarChart })),
);

/** More bars than this are a wall; the table has them all. */
const MOST_BARS = 20;

export const TURNS_FORMULA =
  'Turns = what left the stock for customers and work orders / average stock on hand over the window (never below ' +
  '0). Turns a year = turns × 365 / days of the window. Days of inventory = average stock / average outflow a day. ' +
  'Days of supply = stock on hand now / average outflow a day.';

/** How often a year each item's stock is used up. */
export function turnsFigure(turns: TurnsDoi, linkTo: LinkToItem): Figure<TurnsItem> {
  const { asOf, runId, windowDays } = turns;
  const known = turns.data.filter(({ annualizedTurns }) => annualizedTurns !== null);
  const shown = [...known]
    .sort((one, other) => (other.annualizedTurns ?? 0) - (one.annualizedTurns ?? 0))
    .slice(0, MOST_BARS);
  return {
    ...{ asOf, runId },
    note: describe(windowDays, known.length),
    filters: [],
    legend: [],
    facts: turnsFacts(linkTo, windowDays),
    rows: turns.data,
    rowKey: ({ itemId }) => itemId,
    chart: (
      <BarChart
        label="Turns a year by item"
        axis="Turns a year"
        marks={shown.map((item) => {
          const perYear = item.annualizedTurns ?? 0;
          const details = [
            `${quantity(perYear)} turns a year`,
            item.doiDays === null ? 'Not used in this time' : `${quantity(item.doiDays)} days of inventory`,
          ];
          return {
            key: item.itemId,
            label: itemName(item),
            name: `${itemName(item)}: ${details.join(', ')}`,
            parts: [{ value: perYear, color: 'var(--class-a)' }],
            figure: quantity(perYear),
            details,
            link: linkTo(item.itemId),
          };
        })}
      />
    ),
  };
}

function describe(windowDays: number | null, items: number): string {
  const window = windowDays === null ? 'Turns a year' : `Turns a year, from the last ${windowDays} days`;
  return items > MOST_BARS ? `${window}; the ${MOST_BARS} fastest of ${items} items` : window;
}
