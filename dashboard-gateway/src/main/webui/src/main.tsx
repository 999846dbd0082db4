import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { preloadPages } from './app/preloadPages';
import { StartFailure } from './app/StartFailure';
import { applyTheme, followSystemTheme, storedTheme } from './app/theme';
import { loadConfig } from './auth/config';
import { createUserManager } from './auth/session';
import { signedIn } from './auth/signedIn';
import { createLive } from './live/react/live';
import { createQueryClient } from './live/react/queryCache';
import { createApi } from './shared/api';
import './styles/base.css';

applyTheme(storedTheme());
followSystemTheme();

const element = document.getElementById('root');
if (!element) {
  throw new Error('index.html has no #root');
}
const root = createRoot(element);

async function start(): Promise<void> {
  const session = await signedIn(createUserManager(await loadConfig()));
  if (!session) {
    return;
  }
  const queries = createQueryClient();
  const api = createApi(session.identity.tenant, (renew) => session.token(renew));
  const live = createLive(session, queries);
  root.render(
    <StrictMode>
      <App session={session} api={api} queries={queries} live={live} />
    </StrictMode>,
  );
  preloadPages();
}

start().catch((error: unknown) => {
  root.render(<StartFailure error={error} onRetry={() => window.location.assign('/app/')} />);
});
