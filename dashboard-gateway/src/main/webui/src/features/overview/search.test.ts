import { expect, it } from 'vitest';
import { readOverviewSearch } from './search';

const ITEM = '0190a000-0000-7000-8000-000000000002';

it('keeps what makes sense', () => {
  const search = {
    from: '2026-06-01',
    to: '2026-06-30',
    item: ITEM,
    location: ITEM,
    by: 'week',
    uom: 'pcs',
    abc: 'table',
  };
  expect(readOverviewSearch(search)).toEqual(search);
});

it.each([
  ['no such day', { from: '2026-02-30' }],
  ['no date', { from: 'yesterday', to: 20_260_601 }],
  ['no id', { item: '../../admin', location: 'x' }],
  ['no such bucket', { by: 'decade', trend: 'pie', abc: 1 }],
  ['a unit that is too long', { uom: 'x'.repeat(21) }],
  ['unknown names', { access_token: 'secret' }],
  ['what is not an object', null],
])('leaves out %s', (_, raw) => {
  expect(readOverviewSearch(raw)).toEqual({});
});

it('turns a range the right way round', () => {
  expect(readOverviewSearch({ from: '2026-06-30', to: '2026-06-01' })).toEqual({
    from: '2026-06-01',
    to: '2026-06-30',
  });
});
