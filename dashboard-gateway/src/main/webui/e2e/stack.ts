/** The running stack, as a script sees it: where it is, and its REST API with a token of one demo person. */

const gateway = process.env.ANDON_URL ?? 'http://localhost:8080';

export const PERSON = 'planner@alder-street';
export const PASSWORD = 'demo';

export function url(path: string): string {
  return new URL(path, gateway).toString();
}

export interface Client {
  get(path: string): Promise<Json>;
  post(path: string, body: object): Promise<Json>;
}

export type Json = Readonly<Record<string, unknown>>;

export async function signIn(person: string): Promise<Client> {
  const issuer = process.env.ANDON_ISSUER ?? (await read(await fetch(url('/app/config.json')))).issuer;
  const discovery = await read(await fetch(`${String(issuer)}/.well-known/openid-configuration`));
  const answer = await fetch(String(discovery.token_endpoint), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      client_id: 'andon-cli',
      username: person,
      password: PASSWORD,
    }),
  });
  const headers = { Authorization: `Bearer ${String((await read(answer)).access_token)}` };
  return {
    get: async (path) => read(await fetch(url(path), { headers })),
    post: async (path, body) =>
      read(
        await fetch(url(path), {
          method: 'POST',
          headers: { ...headers, 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        }),
      ),
  };
}

async function read(response: Response): Promise<Json> {
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${response.url} answered ${response.status}: ${text}`);
  }
  return (text === '' ? {} : JSON.parse(text)) as Json;
}
