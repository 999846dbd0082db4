import { expect, it } from 'vitest';
import { legendRows, shorten, textWidth, wrap } from './textLayout';

it('breaks lines between words, and only there', () => {
  expect(wrap('one two three four', textWidth('one two', 10), 10)).toEqual(['one two', 'three', 'four']);
  expect(wrap('  ', 100, 10)).toEqual([]);
});

it('shortens a text that does not fit', () => {
  expect(shorten('Sourdough loaf', 1_000, 13)).toBe('Sourdough loaf');
  expect(shorten('Sourdough loaf', textWidth('Sourdough', 13), 13)).toBe('Sourdoug…');
  expect(shorten('Sourdough loaf', 0, 13)).toBe('S…');
});

it('puts legend entries beside each other while they fit', () => {
  const entries = ['A', 'B', 'C'].map((label) => ({ label, color: 'red', detail: 'of value' }));
  const [{ length } = [], second = []] = legendRows(entries, 300);
  expect([length, second.length]).toEqual([2, 1]);
  expect(second[0]).toEqual({ x: 0, label: 'C of value', color: 'red' });
});
