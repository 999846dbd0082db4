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

/** The service itself, for when the gateway is away; only where somebody tells its address. */
const workorderService = process.env.ANDON_WORKORDER;

/** Where faults are asked for; without it there are none to be had, and what needs them is skipped. */
const faults = process.env.ANDON_FAULTS;

export const HAS_FAULTS = faults !== undefined && workorderService !== undefined;

export type Service = 'dashboard-gateway' | 'metrics-service';

/** Ends a service's process with SIGKILL. */
export async function kill(service: Service): Promise<void> {
  await read(await fetch(`${String(faults)}/kill/${service}`, { method: 'POST' }));
}

/** Starts a killed service again; it is ready once this returns. The settings hold until it ends. */
export async function restart(
  service: Service,
  settings: Readonly<Record<string, string>> = {},
): Promise<void> {
  const query = new URLSearchParams(settings).toString();
  await read(await fetch(`${String(faults)}/restart/${service}?${query}`, { method: 'POST' }));
}

/** A token that ends so many seconds from now at the latest; a negative number gives one that has ended. */
export async function shortToken(person: string, seconds: number): Promise<string> {
  const answer = await fetch(`${String(faults)}/token/${person}?validity=PT${seconds}S`, { method: 'POST' });
  return String((await read(answer)).token);
}

/** @param via the gateway, unless the test is to do without it */
export async function signIn(
  person: string,
  via: 'gateway' | 'workorder-service' = 'gateway',
): Promise<Client> {
  const at = (path: string): string =>
    via === 'gateway' ? url(path) : new URL(path, workorderService).toString();
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
    get: async (path) => read(await fetch(at(path), { headers })),
    post: async (path, body) =>
      read(
        await fetch(at(path), {
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
