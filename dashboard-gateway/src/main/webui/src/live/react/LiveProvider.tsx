import { useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { Freshness } from '../../shared/Freshness';
import { isConnected } from '../connection';
import type { ConnectionState } from '../states';
import type { Live } from './live';
import { LiveContext } from './LiveContext';

/** Runs the live parts while the page is there, and tells them what the browser knows. */
export function LiveProvider({ live, children }: { live: Live; children: ReactNode }) {
  const fresh = useSyncExternalStore(live.link.subscribe, () => isFresh(live.link.snapshot()));
  useEffect(() => {
    const stop = live.start();
    const lost = () => live.link.send({ type: 'network-lost' });
    const back = () => live.link.send({ type: 'network-back' });
    const visibility = () => {
      const visible = document.visibilityState === 'visible';
      live.setVisible(visible);
      if (visible) {
        live.link.send({ type: 'page-visible' });
      }
    };
    visibility();
    window.addEventListener('offline', lost);
    window.addEventListener('online', back);
    document.addEventListener('visibilitychange', visibility);
    return () => {
      window.removeEventListener('offline', lost);
      window.removeEventListener('online', back);
      document.removeEventListener('visibilitychange', visibility);
      stop();
    };
  }, [live]);
  return (
    <LiveContext value={live}>
      <Freshness value={fresh}>{children}</Freshness>
    </LiveContext>
  );
}

/** A page that has just begun, or renews its stream, has missed nothing yet; one that polls is seconds behind. */
function isFresh(state: ConnectionState): boolean {
  return (
    isConnected(state) || state.name === 'idle' || state.name === 'connecting' || state.name === 'polling'
  );
}
