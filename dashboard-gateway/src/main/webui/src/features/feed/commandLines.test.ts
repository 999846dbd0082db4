import { expect, it } from 'vitest';
import { curlLine, kcatLines } from './commandLines';
import { readFeedSearch } from './search';

const POSITION = 'workorder.events/7@1042~X3fa,metrics.events/7@-1~Q-_b';

it('gives curl what the page is narrowed to', () => {
  expect(curlLine('http://localhost:8080', {})).toBe(
    `curl -N -H "Authorization: Bearer $TOKEN" 'http://localhost:8080/events'`,
  );
  expect(curlLine('http://h', { type: 'metrics:updated', since: '2026-11-24T08:00:00Z' })).toBe(
    `curl -N -H "Authorization: Bearer $TOKEN" 'http://h/events?types=metrics%3Aupdated&since=2026-11-24T08%3A00%3A00Z'`,
  );
});

it('lets a position win over a time, as the gateway does', () => {
  expect(curlLine('http://h', { since: '2026-11-24T08:00:00Z', after: POSITION })).toBe(
    `curl -N -H "Authorization: Bearer $TOKEN" -H 'Last-Event-ID: ${POSITION}' 'http://h/events'`,
  );
});

it('begins kcat right after the position', () => {
  expect(kcatLines({}, POSITION)).toEqual([
    String.raw`kcat -C -b $BROKERS -t workorder.events -p 7 -o 1043 -f '%T %h %s\n'`,
    String.raw`kcat -C -b $BROKERS -t metrics.events -p 7 -o 0 -f '%T %h %s\n'`,
  ]);
  expect(kcatLines({ after: 'workorder.events/7@5' }, POSITION)).toHaveLength(1);
  expect(kcatLines({}, null)).toEqual([]);
});

it('begins kcat at the time', () => {
  expect(kcatLines({ since: '1970-01-01T00:00:01Z' }, 'workorder.events/7@5')[0]).toContain('-o s@1000 ');
});

it.each([
  ['no time', { since: 'yesterday' }],
  ['no such time', { since: '2026-13-45T25:00:00Z' }],
  ['no position', { after: '1042' }],
  ['a position that would break out of the shell', { after: `x/1@1' ; rm -rf /` }],
  ['a type that would', { type: "a'b" }],
  ['a number', { type: 7 }],
])('takes %s out of the URL', (_, raw) => {
  expect(readFeedSearch(raw)).toEqual({});
});
