import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { Session } from '../auth/session';
import { SessionContext } from '../auth/SessionContext';
import type { Live } from '../live/react/live';
import { LiveProvider } from '../live/react/LiveProvider';
import type { Api } from '../shared/api';
import { ApiContext } from '../shared/ApiContext';
import { router } from './router';

interface AppProps {
  readonly session: Session;
  readonly api: Api;
  readonly queries: QueryClient;
  readonly live: Live;
}

export function App({ session, api, queries, live }: AppProps) {
  return (
    <SessionContext value={session}>
      <ApiContext value={api}>
        <QueryClientProvider client={queries}>
          <LiveProvider live={live}>
            <RouterProvider router={router} />
          </LiveProvider>
        </QueryClientProvider>
      </ApiContext>
    </SessionContext>
  );
}
