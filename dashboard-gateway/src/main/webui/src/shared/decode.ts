import { isRecord } from './guards';

/** Reads a value off the wire, or throws naming the place that is not as the contract says. */
export type Decoder<T> = (value: unknown, path: string) => T;

export class UnexpectedBody extends Error {
  override readonly name = 'UnexpectedBody';
  constructor(path: string, expected: string) {
    super(`${path} is not ${expected}`);
  }
}

export const string: Decoder<string> = (value, path) => {
  if (typeof value !== 'string') {
    throw new UnexpectedBody(path, 'a string');
  }
  return value;
};

export const number: Decoder<number> = (value, path) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new UnexpectedBody(path, 'a number');
  }
  return value;
};

export const boolean: Decoder<boolean> = (value, path) => {
  if (typeof value !== 'boolean') {
    throw new UnexpectedBody(path, 'true or false');
  }
  return value;
};

/** Absent and null are the same to us: both mean that there is none. */
export function optional<T>(decoder: Decoder<T>): Decoder<T | null> {
  return (value, path) => (value === undefined || value === null ? null : decoder(value, path));
}

export function orElse<T>(decoder: Decoder<T>, otherwise: T): Decoder<T> {
  return (value, path) => (value === undefined || value === null ? otherwise : decoder(value, path));
}

export function list<T>(decoder: Decoder<T>): Decoder<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) {
      throw new UnexpectedBody(path, 'a list');
    }
    return value.map((item: unknown, index) => decoder(item, `${path}[${index}]`));
  };
}

/** Fields that the shape does not name are left out: a newer service may send more. */
export function object<T extends object>(shape: { readonly [K in keyof T]: Decoder<T[K]> }): Decoder<T> {
  return (value, path) => {
    if (!isRecord(value)) {
      throw new UnexpectedBody(path, 'an object');
    }
    const entries = Object.entries<Decoder<unknown>>(shape);
    return Object.fromEntries(
      entries.map(([key, decode]) => [key, decode(value[key], `${path}.${key}`)]),
    ) as T;
  };
}
