import type { QueryClient } from '@tanstack/react-query';
import type { Session } from '../../auth/session';
import { ApiProblem } from '../../shared/problem';
import { tenantRoot } from '../../shared/queryKeys';
import { browserClock, type Clock } from '../clock';
import { Coalescer } from '../coalescer';
import { EventHandler } from '../eventHandler';
import { EventLog } from '../eventLog';
import { LiveLink, type LinkHost } from '../liveLink';
import { openStream, type OpenStream } from '../transport';
import { failedKeys, queriesOf, underWay } from './queryCache';
import { Switch } from './switch';

type LiveSession = Pick<Session, 'identity' | 'token' | 'onRenewed'>;

/** The live parts of a page, put together for one person and one cache. */
export interface Live {
  readonly link: LiveLink;
  readonly log: EventLog;
  /** Off until the first system.ready (or the first poll): what happens during a fetch before it would be lost. */
  readonly mayFetch: Switch;
  setVisible(visible: boolean): void;
  start(): () => void;
}

export function createLive(
  session: LiveSession,
  client: QueryClient,
  open: OpenStream = openStream,
  clock: Clock = browserClock,
): Live {
  const { tenant } = session.identity;
  const log = new EventLog();
  const mayFetch = new Switch();
  const coalescer = new Coalescer(queriesOf(client), clock);
  const handler = new EventHandler(tenant, coalescer, log);
  const host: LinkHost = {
    token: (renew) => session.token(renew),
    onEvent: (event) => handler.handle(event),
    // On the first stream nothing is old: the queries begin now.
    onResync: () => mayFetch.turnOn() || handler.resync(),
    onResumed: () => mayFetch.turnOn() || coalescer.mark(failedKeys(client)),
    poll: async () => {
      mayFetch.turnOn();
      await client.refetchQueries({ queryKey: tenantRoot(tenant), type: 'active' }, { cancelRefetch: false });
      return reached(client);
    },
    // Fetches that React began are not the coalescer's.
    fetched: async () => {
      await Promise.all([underWay(client, tenant), coalescer.fetched()]);
    },
  };
  const link = new LiveLink(host, open, clock);
  return {
    link,
    log,
    mayFetch,
    setVisible: (visible) => coalescer.setVisible(visible),
    start: () => {
      link.send({ type: 'start' });
      const forgetRenewals = session.onRenewed(() => link.send({ type: 'token-renewed' }));
      return () => {
        forgetRenewals();
        coalescer.stop();
        link.send({ type: 'stop' });
      };
    },
  };
}

/** Whether any query on screen got an answer, be it a refusal. */
function reached(client: QueryClient): boolean {
  const active = client.getQueryCache().findAll({ type: 'active' });
  return (
    active.length === 0 ||
    active.some(
      ({ state }) => state.error === null || (state.error instanceof ApiProblem && state.error.status < 500),
    )
  );
}
