import { expect, it } from 'vitest';
import {
  parseSearch,
  readCursor,
  readDay,
  readDayOrTime,
  readId,
  readOneOf,
  searchReader,
  stringifySearch,
} from './search';

const ITEM = '0190a000-0000-7000-8000-000000000002';

const read = searchReader<{ status?: 'draft' | 'closed' | undefined; item?: string | undefined }>({
  status: readOneOf(['draft', 'closed']),
  item: readId,
});

it('keeps what makes sense, and only that', () => {
  expect(read({ status: 'draft', item: ITEM, access_token: 'secret' })).toEqual({
    status: 'draft',
    item: ITEM,
  });
});

it.each([
  ['a word that is none', { status: 'relased' }],
  ['what is no id', { item: '../../admin' }],
  ['what is no text', { status: 7, item: null }],
  ['no object', 'status=draft'],
])('leaves out %s', (_, raw) => {
  expect(read(raw)).toEqual({});
});

it.each(['2026-02-30', '2026-13-01', 'yesterday', '2026-1-1', 20_260_101])('takes no %s for a day', (day) => {
  expect(readDay(day)).toBeUndefined();
});

it('takes a day for a day', () => {
  expect(readDay('2028-02-29')).toBe('2028-02-29');
});

it('takes a cursor as it is, unless it is absurd', () => {
  expect(readCursor('V08tMDAwMDQy')).toBe('V08tMDAwMDQy');
  expect(readCursor('x'.repeat(201))).toBeUndefined();
  expect(readCursor('<script>')).toBeUndefined();
});

it('writes the search as plain text, and reads it back', () => {
  const search = { cursor: '12345678901234567890', overdue: 'true', q: 'a b&c' };
  const text = stringifySearch({ ...search, status: undefined });
  expect(text).toBe('?cursor=12345678901234567890&overdue=true&q=a+b%26c');
  expect(parseSearch(text)).toEqual(search);
  expect(stringifySearch({})).toBe('');
});

it.each(['2026-06-30', '2026-06-30T00:00:00Z', '2026-06-30T00:00:00.5+09:00'])(
  'takes %s for a day or a time',
  (text) => {
    expect(readDayOrTime(text)).toBe(text);
  },
);

it.each(['2026-06-30T99:00:00Z', '2026-06-30T00:00', '2026-02-30', 'yesterday'])(
  'takes %s for neither a day nor a time',
  (text) => {
    expect(readDayOrTime(text)).toBeUndefined();
  },
);
