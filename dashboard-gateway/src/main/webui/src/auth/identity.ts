import { isRecord, isString, strings } from '../shared/guards';

const ROLES = ['viewer', 'operator', 'planner', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Who is signed in, as the access token says. Only for what is shown: every service checks the token itself. */
export interface Identity {
  readonly tenant: string;
  readonly person: string;
  readonly roles: readonly string[];
}

export function readIdentity(accessToken: string): Identity | null {
  const claims = readClaims(accessToken);
  if (!claims || !isString(claims.tenant_id)) {
    return null;
  }
  const realm = isRecord(claims.realm_access) ? strings(claims.realm_access.roles) : [];
  const person = [claims.preferred_username, claims.name, claims.sub].find(isString) ?? '';
  return { tenant: claims.tenant_id, person, roles: [...strings(claims.groups), ...realm] };
}

/** Roles include those below them. */
export function hasRole(identity: Identity, role: Role): boolean {
  return ROLES.slice(ROLES.indexOf(role)).some((held) => identity.roles.includes(held));
}

function readClaims(token: string): Record<string, unknown> | null {
  try {
    const base64 = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isRecord(claims) ? claims : null;
  } catch {
    return null;
  }
}
