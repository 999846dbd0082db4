import { object, string } from '../shared/decode';

/** Where people sign in: told by the gateway, so that one build of the page fits every installation. */
export interface AuthConfig {
  readonly issuer: string;
  readonly clientId: string;
}

const decodeConfig = object<AuthConfig>({ issuer: string, clientId: string });

export async function loadConfig(): Promise<AuthConfig> {
  const response = await fetch('/app/config.json', { cache: 'no-store' });
  if (!response.ok) {
    throw new Error(`/app/config.json answered ${response.status}`);
  }
  return decodeConfig(await response.json(), 'config.json');
}
