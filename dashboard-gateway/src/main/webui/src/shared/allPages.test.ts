import { expect, it } from 'vitest';
import { allPages } from './allPages';
import type { Api } from './api';
import { list, number, object, optional, string } from './decode';

const decode = object<{ data: readonly number[]; nextCursor: string | null; runId: string }>({
  data: list(number),
  nextCursor: optional(string),
  runId: string,
});

/** A list of three pages, and what was asked for. */
function service() {
  const asked: string[] = [];
  const pages: Readonly<Record<string, unknown>> = {
    '': { data: [1, 2], nextCursor: 'b', runId: 'r' },
    b: { data: [3, 4], nextCursor: 'c', runId: 'r' },
    c: { data: [5], nextCursor: null, runId: 'r' },
  };
  const api = {
    tenant: 't',
    get: (path: string, read: typeof decode) => {
      asked.push(path);
      return Promise.resolve(read(pages[new URLSearchParams(path.split('?')[1]).get('cursor') ?? ''], path));
    },
  } as unknown as Api;
  return { api, asked };
}

it('puts the pages of a list together, each asked for with the same filters', async () => {
  const { api, asked } = service();
  expect(await allPages(api, '/x', { class: 'A', run: undefined }, decode, 100)).toEqual({
    data: [1, 2, 3, 4, 5],
    nextCursor: null,
    runId: 'r',
  });
  expect(asked).toEqual([
    '/x?class=A&limit=200',
    '/x?class=A&limit=200&cursor=b',
    '/x?class=A&limit=200&cursor=c',
  ]);
});

it('stops when it has enough, and tells that there is more', async () => {
  const { api, asked } = service();
  expect(await allPages(api, '/x', {}, decode, 3)).toMatchObject({ data: [1, 2, 3, 4], nextCursor: 'c' });
  expect(asked).toHaveLength(2);
});
