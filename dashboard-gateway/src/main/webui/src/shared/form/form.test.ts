import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../problem';
import { AttemptKey } from './attemptKey';
import { fieldErrors, shortages } from './fieldErrors';

function problem(code: string, members: Record<string, unknown>): ApiProblem {
  return new ApiProblem(400, code, 'A problem', '', members);
}

describe('the key of an attempt', () => {
  const keys = () => {
    let made = 0;
    return new AttemptKey(() => `key-${++made}`);
  };

  it('stays for every try of the same thing', () => {
    const key = keys();
    expect(key.of({ quantity: 5 })).toBe('key-1');
    expect(key.of({ quantity: 5 })).toBe('key-1');
  });

  it('is another for other content', () => {
    const key = keys();
    key.of({ quantity: 5 });
    expect(key.of({ quantity: 6 })).toBe('key-2');
  });

  it('is another for the same content once that has been done', () => {
    const key = keys();
    key.of({ quantity: 5 });
    key.succeeded();
    expect(key.of({ quantity: 5 })).toBe('key-2');
  });
});

describe('what a problem says about fields', () => {
  it('is found by the path of the field, all of it', () => {
    const errors = [
      { field: 'lines[0].quantity', message: 'must be greater than 0' },
      { field: 'lines[0].quantity', message: 'must be whole' },
      { field: 'notes', message: 'is too long' },
      { field: 7 },
      null,
    ];
    expect(fieldErrors(problem('VALIDATION_FAILED', { errors }))).toEqual({
      'lines[0].quantity': 'must be greater than 0; must be whole',
      notes: 'is too long',
    });
  });

  it('is nothing where there is nothing', () => {
    expect(fieldErrors(problem('INVALID_STATE', {}))).toEqual({});
    expect(fieldErrors(new Error('no answer'))).toEqual({});
  });

  it('names what is short, and where', () => {
    const line = { itemId: 'i', locationId: 'l', lotCode: null, requested: 10, available: 4, shortage: 6 };
    const refused = problem('INSUFFICIENT_STOCK', { lines: [line, { itemId: 'i' }] });
    expect(shortages(refused)).toEqual([line]);
    expect(shortages(problem('INVALID_STATE', { lines: [line] }))).toEqual([]);
  });
});
