import type { Decoder } from './decode';
import { ApiProblem, Unreachable } from './problem';

/** The REST API as one signed-in person sees it. */
export interface Api {
  readonly tenant: string;
  get<T>(path: string, decode: Decoder<T>, signal?: AbortSignal): Promise<T>;
  /** @param key the Idempotency-Key: the service acts once on all requests with the same */
  post<T>(path: string, body: unknown, decode: Decoder<T>, key?: string): Promise<T>;
}

/** A valid access token; `renew` asks for another than the last. Null when the session is over. */
export type TokenSource = (renew: boolean) => Promise<string | null>;

export function createApi(tenant: string, token: TokenSource): Api {
  return {
    tenant,
    get: (path, decode, signal) => call(token, path, decode, signal ? { signal } : {}),
    post: (path, body, decode, key = crypto.randomUUID()) =>
      call(token, path, decode, {
        method: 'POST',
        body: JSON.stringify(body),
        // One key for the first try and its repetition with a renewed token: the service acts once.
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      }),
  };
}

async function call<T>(token: TokenSource, path: string, decode: Decoder<T>, init: RequestInit): Promise<T> {
  let response = await send(await token(false), path, init);
  if (response.status === 401) {
    response = await send(await token(true), path, init);
  }
  if (!response.ok) {
    throw await ApiProblem.of(response);
  }
  const body: unknown = response.status === 204 ? null : await response.json();
  return decode(body, path.split('?')[0] ?? path);
}

async function send(token: string | null, path: string, init: RequestInit): Promise<Response> {
  if (token === null) {
    throw new ApiProblem(401, 'SIGNED_OUT', 'You are signed out', 'Sign in again to see current figures.');
  }
  const headers = new Headers(init.headers);
  headers.set('Authorization', `Bearer ${token}`);
  headers.set('Accept', 'application/json');
  try {
    return await fetch(path, { ...init, headers, cache: 'no-store' });
  } catch (error) {
    if (init.signal?.aborted) {
      throw error;
    }
    throw new Unreachable('no answer', { cause: error });
  }
}

/** A path with those parameters that have a value. */
export function withQuery(path: string, parameters: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) {
      query.set(name, value);
    }
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
