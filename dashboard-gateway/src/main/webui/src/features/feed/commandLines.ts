import type { FeedSearch } from './search';

/** What a developer or an operator types to see the same events with their own tools. */

export function curlLine(origin: string, { type, since, after }: FeedSearch): string {
  const query = new URLSearchParams();
  if (type !== undefined) {
    query.set('types', type);
  }
  if (since !== undefined && after === undefined) {
    query.set('since', since);
  }
  const text = query.toString();
  return [
    'curl -N -H "Authorization: Bearer $TOKEN"',
    ...(after === undefined ? [] : [`-H 'Last-Event-ID: ${after}'`]),
    `'${origin}/events${text === '' ? '' : `?${text}`}'`,
  ].join(' ');
}

const HEADERS = `-f '%T %h %s\\n'`;

/** One line for each topic. A position is that of the last record behind it; kcat begins at the one that it is given. */
export function kcatLines({ since, after }: FeedSearch, position: string | null): readonly string[] {
  const from = after ?? position;
  if (from === null) {
    return [];
  }
  return from.split(',').map((part) => {
    const [topic = '', partition = '', offset = '-1'] = part.split(/[/@~]/);
    const start =
      after === undefined && since !== undefined
        ? `s@${Date.parse(since)}`
        : (BigInt(offset) + 1n).toString();
    return `kcat -C -b $BROKERS -t ${topic} -p ${partition} -o ${start} ${HEADERS}`;
  });
}
