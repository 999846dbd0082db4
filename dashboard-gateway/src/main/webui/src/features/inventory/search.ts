import { readDayOrTime, readOneOf, readText, searchReader } from '../../shared/routing/search';
import type { PageSearch } from '../../shared/routing/usePage';
import type { Period } from './api';
import { MOVEMENT_SORTS } from './movementFacts';

/** What an item's page can be asked for. */
export interface MovementSearch extends Period {
  readonly sort?: string | undefined;
  readonly page?: string | undefined;
}

export type MovementControl = PageSearch<MovementSearch>;

export const readMovementSearch = searchReader<MovementSearch>({
  from: readDayOrTime,
  to: readDayOrTime,
  sort: readOneOf(MOVEMENT_SORTS.flatMap((name) => [name, `-${name}`])),
  page: readText(/^[1-9]\d{0,4}$/),
});
