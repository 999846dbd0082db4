import type { UserManager } from 'oidc-client-ts';
import { isRecord, isString } from '../shared/guards';
import { createSession, signIn, type Session } from './session';

/** The session of this tab; null while the browser is on its way to the issuer. */
export async function signedIn(manager: UserManager): Promise<Session | null> {
  if (window.location.pathname.endsWith('/app/callback')) {
    await finishLogin(manager);
  }
  const user = await manager.getUser();
  const session = user && createSession(manager, user);
  if (user && !session) {
    throw new Error('This account belongs to no tenant (the token has no tenant_id).');
  }
  // Asking for a token renews one that is too old, and finds out whether the session still holds.
  if (session && (await session.token(false)) !== null) {
    return session;
  }
  await signIn(manager);
  return null;
}

/** Turns the code into tokens, and takes it out of the address bar and the history. */
async function finishLogin(manager: UserManager): Promise<void> {
  const callback = window.location.href;
  replaceAddress('/app/');
  const { state } = await manager.signinRedirectCallback(callback);
  const returnTo = isRecord(state) && isString(state.returnTo) ? state.returnTo : '/app/';
  // Only a path of our own: what comes back was stored by us, but is not worth trusting with a redirect.
  replaceAddress(returnTo.startsWith('/app/') ? returnTo : '/app/');
}

/** The entry keeps its state: the router knows the first page by it, and comes back to where the keyboard was. */
function replaceAddress(path: string): void {
  window.history.replaceState(window.history.state, '', path);
}
