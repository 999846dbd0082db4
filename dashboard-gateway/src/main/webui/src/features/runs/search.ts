import { readCursor, searchReader } from '../../shared/routing/search';

export interface RunsSearch {
  readonly cursor?: string | undefined;
}

export const readRunsSearch = searchReader<RunsSearch>({ cursor: readCursor });
