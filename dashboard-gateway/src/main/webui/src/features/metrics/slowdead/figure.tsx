import { lazy } from 'react';
import type { Figure } from '../../../charts/ChartPanel';
import { count, quantity } from '../../../shared/format';
import type { PageLink } from '../../../shared/routing/link';
import { LinkTo } from '../../../shared/routing/LinkTo';
import { total } from '../answer';
import { words } from '../words';
import type { SlowDeadStock } from './api';
import { stateColor, STATES, type State } from './states';

const BarChart = lazy(() =>
  import('../../../charts/BarChart').then((module) => ({ default: module.BarChart })),
);

export const SLOW_DEAD_FORMULA =
  'Days since an item was last used (shipped or issued to a work order); one that never was counts from when it ' +
  'was first stocked. From the slow threshold on it is slow, from the dead threshold on dead; without use so far ' +
  'it is new; without stock it has no state. Tied-up value = stock on hand at its cost.';

interface StateTotal {
  readonly state: State;
  readonly items: number;
  readonly tiedUpValue: number;
}

/** The stock's value by how long it has lain. */
export function slowDeadFigure(
  stock: SlowDeadStock,
  linkTo: (state: State) => PageLink,
  selected: State | undefined,
): Figure<StateTotal> {
  const { currency, asOf, runId } = stock;
  const totals = STATES.map((state): StateTotal => {
    const rows = stock.data.filter((row) => row.state === state);
    return { state, items: rows.length, tiedUpValue: total(rows, ({ tiedUpValue }) => tiedUpValue) };
  });
  const money = currency === null ? '' : ` ${currency}`;
  return {
    ...{ asOf, runId },
    note: describe(stock),
    filters: selected === undefined ? [] : [`${words(selected)} is marked`],
    legend: [],
    rows: totals,
    rowKey: ({ state }) => state,
    facts: [
      {
        key: 'state',
        title: 'State',
        value: ({ state }) => state,
        cell: ({ state }) => <LinkTo link={linkTo(state)}>{words(state)}</LinkTo>,
      },
      { key: 'items', title: 'Items', isNumber: true, value: ({ items }) => items },
      {
        key: 'tiedUpValue',
        title: `Tied-up value,${money}`,
        isNumber: true,
        value: ({ tiedUpValue }) => tiedUpValue,
      },
    ],
    chart: (
      <BarChart
        label="Tied-up value by state"
        axis={`Tied-up value${money === '' ? '' : `,${money}`}`}
        marks={totals.map(({ state, items, tiedUpValue }) => ({
          key: state,
          label: `${words(state)} (${count(items)})`,
          name: `${words(state)}: ${items === 1 ? '1 item' : `${count(items)} items`}, tied-up value ${quantity(tiedUpValue)}${money}`,
          parts: [{ value: Math.max(0, tiedUpValue), color: stateColor(state) }],
          figure: quantity(tiedUpValue),
          details: [
            items === 1 ? '1 item' : `${count(items)} items`,
            `${quantity(tiedUpValue)}${money} tied up`,
          ],
          selected: state === selected,
          link: linkTo(state),
        }))}
      />
    ),
  };
}

function describe({ currency, slowThresholdDays: slow, deadThresholdDays: dead }: SlowDeadStock): string {
  const value = currency === null ? 'Tied-up value' : `Tied-up value in ${currency}`;
  return slow === null || dead === null
    ? `${value}, by state`
    : `${value}, by state: slow from ${slow} days without use, dead from ${dead}`;
}
