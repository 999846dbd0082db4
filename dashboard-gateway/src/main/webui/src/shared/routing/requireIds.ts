import { notFound } from '@tanstack/react-router';
import { readId } from './search';

/** An address with something else where an id belongs is no page's. */
export function requireIds(...ids: readonly string[]): void {
  if (ids.some((id) => readId(id) === undefined)) {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's way to say so
    throw notFound();
  }
}
