import { day } from '../../shared/format';
import type { PageLink } from '../../shared/routing/link';
import { LinkTo } from '../../shared/routing/LinkTo';
import type { Fact } from '../../shared/table/facts';
import type { TrendBar } from './buckets';

/** The trend as rows: each time with what was good and what was scrap in it. */
export function trendFacts(
  unit: string,
  zone: string,
  linkTo: (bar: TrendBar) => PageLink,
): readonly Fact<TrendBar>[] {
  return [
    {
      key: 'from',
      title: 'Time',
      value: ({ from }) => from,
      cell: (bar) => <LinkTo link={linkTo(bar)}>{when(bar)}</LinkTo>,
    },
    { key: 'to', title: 'To', value: ({ to }) => to, isFileOnly: true },
    { key: 'zone', title: 'Zone', value: () => zone, isFileOnly: true },
    { key: 'good', title: `Good, ${unit}`, isNumber: true, value: ({ good }) => good },
    { key: 'scrap', title: `Scrap, ${unit}`, isNumber: true, value: ({ scrap }) => scrap },
    { key: 'uom', title: 'Unit', value: () => unit, isFileOnly: true },
  ];
}

/** A bar's time in full. */
export function when({ from, to }: TrendBar): string {
  return from === to ? day(from, 'long') : `${day(from)} to ${day(to, 'long')}`;
}
