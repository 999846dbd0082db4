import {
  useQuery,
  type DefaultError,
  type QueryKey,
  type UseQueryOptions,
  type UseQueryResult,
} from '@tanstack/react-query';
import { createContext, use, useSyncExternalStore } from 'react';
import type { LoggedEvent } from '../eventLog';
import type { ConnectionState } from '../states';
import type { Live } from './live';

export const LiveContext = createContext<Live | null>(null);

export function useLive(): Live {
  const live = use(LiveContext);
  if (!live) {
    throw new Error('useLive needs a LiveContext around it');
  }
  return live;
}

export function useConnection(): ConnectionState {
  const { link } = useLive();
  return useSyncExternalStore(link.subscribe, link.snapshot);
}

export function useEventLog(): readonly LoggedEvent[] {
  const { log } = useLive();
  return useSyncExternalStore(log.subscribe, log.snapshot);
}

/** A query that the stream keeps fresh: it begins once the stream does. */
export function useLiveQuery<T, K extends QueryKey>(
  options: UseQueryOptions<T, DefaultError, T, K>,
): UseQueryResult<T> {
  const { mayFetch } = useLive();
  const enabled = useSyncExternalStore(mayFetch.subscribe, mayFetch.snapshot);
  return useQuery({ ...options, enabled: enabled && options.enabled !== false });
}
