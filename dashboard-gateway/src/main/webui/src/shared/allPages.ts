import { withQuery, type Api } from './api';
import type { Decoder } from './decode';

interface Paged<R> {
  readonly data: readonly R[];
  readonly nextCursor: string | null;
}

const PAGE = '200';

/**
 * A list from its beginning, up to `most` rows: a chart of a part of the items, or a table sorted within one page of
 * many, would mislead. What is left out beyond that shows in `nextCursor`. The cursors of a list hold on to what the
 * first page was read from, so that the pages fit together.
 */
export async function allPages<R, P extends Paged<R>>(
  api: Api,
  path: string,
  parameters: Readonly<Record<string, string | undefined>>,
  decode: Decoder<P>,
  most: number,
  signal?: AbortSignal,
): Promise<P> {
  const page = (cursor?: string) =>
    api.get(withQuery(path, { ...parameters, limit: PAGE, cursor }), decode, signal);
  let last = await page();
  const rows: R[] = [...last.data];
  while (last.nextCursor !== null && rows.length < most) {
    last = await page(last.nextCursor);
    rows.push(...last.data);
  }
  return { ...last, data: rows };
}
