import { isRecord } from '../guards';
import { ApiProblem } from '../problem';

/** What is wrong with which field of a body, by the path that both sides call it by: `lines[0].quantity`. */
export type FieldErrors = Readonly<Record<string, string>>;

/** The server's own words for each field that it objects to. */
export function fieldErrors(error: unknown): FieldErrors {
  if (!(error instanceof ApiProblem) || !Array.isArray(error.members.errors)) {
    return {};
  }
  const errors: Record<string, string> = {};
  for (const one of error.members.errors as unknown[]) {
    if (isRecord(one) && typeof one.field === 'string' && typeof one.message === 'string') {
      // What is empty is left out of the body, which the server can only call null.
      const message = one.message === 'must not be null' ? 'is missing' : one.message;
      const before = errors[one.field];
      errors[one.field] = before === undefined ? message : `${before}; ${message}`;
    }
  }
  return errors;
}

export interface Shortage {
  readonly itemId: string;
  readonly locationId: string;
  readonly available: number;
  readonly shortage: number;
}

/** The lines of a refusal for lack of stock. */
export function shortages(error: unknown): readonly Shortage[] {
  if (!(error instanceof ApiProblem) || error.code !== 'INSUFFICIENT_STOCK') {
    return [];
  }
  const lines = Array.isArray(error.members.lines) ? (error.members.lines as unknown[]) : [];
  return lines.filter(isShortage);
}

function isShortage(value: unknown): value is Shortage {
  return (
    isRecord(value) &&
    typeof value.itemId === 'string' &&
    typeof value.locationId === 'string' &&
    typeof value.available === 'number' &&
    typeof value.shortage === 'number'
  );
}
