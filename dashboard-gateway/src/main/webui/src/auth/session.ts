import { ErrorResponse, UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';
import type { AuthConfig } from './config';
import { readIdentity, type Identity } from './identity';

/** A token about to expire would do so on its way. */
const RENEW_BEFORE_SECONDS = 20;

/** A signed-in person's session: code flow with PKCE, renewed by refresh token, kept for this tab only. */
export interface Session {
  readonly identity: Identity;
  token(renew: boolean): Promise<string | null>;
  onRenewed(listener: () => void): () => void;
  signIn(): Promise<void>;
  signOut(): Promise<void>;
}

export function createUserManager({ issuer, clientId }: AuthConfig): UserManager {
  const app = `${window.location.origin}/app/`;
  return new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: `${app}callback`,
    post_logout_redirect_uri: app,
    scope: 'openid profile',
    userStore: new WebStorageStateStore({ store: window.sessionStorage }),
    stateStore: new WebStorageStateStore({ store: window.sessionStorage }),
    automaticSilentRenew: true,
    accessTokenExpiringNotificationTimeInSeconds: 45,
    monitorSession: false,
  });
}

export function createSession(manager: UserManager, user: User): Session | null {
  const identity = readIdentity(user.access_token);
  if (!identity) {
    return null;
  }
  let renewing: Promise<string | null> | null = null;
  const renew = (): Promise<string | null> => {
    renewing ??= renewed(manager).finally(() => (renewing = null));
    return renewing;
  };
  return {
    identity,
    token: async (mustRenew) => {
      const current = await manager.getUser();
      if (!current) {
        return null;
      }
      const ageing = (current.expires_in ?? 0) < RENEW_BEFORE_SECONDS;
      return mustRenew || ageing ? renew() : current.access_token;
    },
    onRenewed: (listener) => manager.events.addUserLoaded(listener),
    signIn: () => signIn(manager),
    signOut: () => manager.signoutRedirect(),
  };
}

/** Leads to the issuer and, later, back to where the person is now. */
export function signIn(manager: UserManager): Promise<void> {
  const { pathname, search } = window.location;
  return manager.signinRedirect({
    state: { returnTo: pathname.endsWith('/callback') ? '/app/' : pathname + search },
  });
}

/** The issuer said no: the session is over. That it cannot be reached says nothing about the session. */
async function renewed(manager: UserManager): Promise<string | null> {
  try {
    const user = await manager.signinSilent();
    return user?.access_token ?? null;
  } catch (error) {
    if (error instanceof ErrorResponse) {
      await manager.removeUser();
      return null;
    }
    throw error;
  }
}
