import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createApi, withQuery } from './api';
import { object, string } from './decode';
import { ApiProblem, Unreachable } from './problem';

const decode = object<{ name: string }>({ name: string });
const fetched = vi.fn<typeof fetch>();

function answer(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status });
}

function headerOf(call: number, name: string): string | null {
  return new Headers(fetched.mock.calls[call]?.[1]?.headers).get(name);
}

beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal('fetch', fetched);
});

describe('the API', () => {
  it('sends the token in the header and reads the answer', async () => {
    fetched.mockResolvedValueOnce(answer(200, { name: 'Rye', more: 1 }));
    const api = createApi('t1', () => Promise.resolve('secret'));
    expect(await api.get('/items/1', decode)).toEqual({ name: 'Rye' });
    expect(headerOf(0, 'Authorization')).toBe('Bearer secret');
    expect(fetched.mock.calls[0]?.[0]).toBe('/items/1');
  });

  it('tries once more with a renewed token, under the same idempotency key', async () => {
    fetched.mockResolvedValueOnce(answer(401, {})).mockResolvedValueOnce(answer(201, { name: 'Rye' }));
    const api = createApi('t1', (renew) => Promise.resolve(renew ? 'new' : 'old'));
    await api.post('/items', {}, decode);
    expect([headerOf(0, 'Authorization'), headerOf(1, 'Authorization')]).toEqual([
      'Bearer old',
      'Bearer new',
    ]);
    expect(headerOf(1, 'Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headerOf(1, 'Idempotency-Key')).toBe(headerOf(0, 'Idempotency-Key'));
  });

  it('fails with the problem that the server describes', async () => {
    const problem = { title: 'A run is in progress', code: 'RUN_IN_PROGRESS', detail: 'Run 7.', status: 409 };
    fetched.mockResolvedValueOnce(answer(409, problem));
    const api = createApi('t1', () => Promise.resolve('secret'));
    await expect(api.post('/metrics/job/trigger', {}, decode)).rejects.toEqual(
      new ApiProblem(409, problem.code, problem.title, problem.detail, problem),
    );
  });

  it('fails with a problem of its own where the answer has none', async () => {
    fetched.mockResolvedValueOnce(new Response('<html>', { status: 502 }));
    const api = createApi('t1', () => Promise.resolve('secret'));
    await expect(api.get('/items', decode)).rejects.toMatchObject({
      status: 502,
      title: 'The server answered 502',
    });
  });

  it('tells no answer from a bad one', async () => {
    fetched.mockRejectedValueOnce(new TypeError('network'));
    const api = createApi('t1', () => Promise.resolve('secret'));
    await expect(api.get('/items', decode)).rejects.toBeInstanceOf(Unreachable);
  });

  it('asks for nothing once the session is over', async () => {
    const api = createApi('t1', () => Promise.resolve(null));
    await expect(api.get('/items', decode)).rejects.toMatchObject({ code: 'SIGNED_OUT' });
    expect(fetched).not.toHaveBeenCalled();
  });
});

it('puts only what has a value into a query', () => {
  expect(withQuery('/x', { a: undefined, b: '1 2' })).toBe('/x?b=1+2');
  expect(withQuery('/x', {})).toBe('/x');
});
