import { readOneOf, readText } from '../../shared/routing/search';

/** What every list of items can be asked for in its URL. */
export interface ListSearch {
  /** A column's name, with a minus before it from the highest down. */
  readonly sort?: string | undefined;
  readonly page?: string | undefined;
  readonly view?: 'table' | undefined;
}

export function listReaders(sorts: readonly string[]) {
  return {
    sort: readOneOf(sorts.flatMap((name) => [name, `-${name}`])),
    page: readText(/^[1-9]\d{0,4}$/),
    view: readOneOf(['table']),
  };
}
