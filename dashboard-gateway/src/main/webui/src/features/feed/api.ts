import { queryOptions } from '@tanstack/react-query';
import { readEnvelope, type LiveEvent } from '../../live/events';
import { withQuery, type Api } from '../../shared/api';
import { boolean, object, string, UnexpectedBody, type Decoder } from '../../shared/decode';
import { QUERY, queryKey } from '../../shared/queryKeys';
import type { FeedSearch } from './search';

/** As many at once as the gateway gives. */
export const PAGE = 200;

export interface Changes {
  readonly events: readonly LiveEvent[];
  /** The position after the last of them. */
  readonly lastEventId: string;
  /** What was asked for is no longer kept: events are missing before these. */
  readonly resync: boolean;
}

/** What is no envelope is left out, as it is from the stream. */
const events: Decoder<readonly LiveEvent[]> = (value, path) => {
  if (!Array.isArray(value)) {
    throw new UnexpectedBody(path, 'a list');
  }
  return value.map(readEnvelope).filter((event) => event !== null);
};

const decodeChanges = object<Changes>({ events, lastEventId: string, resync: boolean });

/** What the stream carried from a time or a position on. */
export function changesQuery(api: Api, { type, since, after }: FeedSearch) {
  const parameters = { types: type, since, lastEventId: after, limit: String(PAGE) };
  return queryOptions({
    queryKey: queryKey(api.tenant, [QUERY.events], parameters),
    queryFn: ({ signal }) => api.get(withQuery('/events/changes', parameters), decodeChanges, signal),
    // What came since is in the page's own log only as far back as that reaches: the past is asked for anew.
    gcTime: 0,
  });
}
