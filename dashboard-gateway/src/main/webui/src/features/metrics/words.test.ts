import { expect, it } from 'vitest';
import { sentence, words } from './words';

it.each([
  ['UNVALUED', 'Part of it has no cost, and counts as 0'],
  ['NEGATIVE_STOCK', 'Stock is below zero'],
  ['NO_USAGE', 'Not used in this time'],
  ['NO_STOCK', 'Not in stock in this time'],
  ['LOST_IN_TRANSIT', 'Lost in transit'],
  ['constructor', 'Constructor'],
])('says what %s means', (code, expected) => {
  expect(words(code)).toBe(expected);
});

it('says several things at once, or nothing', () => {
  expect(sentence(['NO_USAGE', null, 'UNVALUED'])).toBe(
    'Not used in this time. Part of it has no cost, and counts as 0',
  );
  expect(sentence([null])).toBeNull();
});
