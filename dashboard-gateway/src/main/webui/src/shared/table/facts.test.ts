import { expect, it } from 'vitest';
import { readSort, sorted, sortText, type Fact } from './facts';

interface Row {
  readonly name: string;
  readonly value: number | null;
}

const facts: readonly Fact<Row>[] = [
  { key: 'name', title: 'Item', value: ({ name }) => name },
  { key: 'value', title: 'Value', value: ({ value }) => value, isNumber: true },
  { key: 'itemId', title: 'ID', value: () => 'x', isFileOnly: true },
];
const rows = [
  { name: 'Box 10', value: null },
  { name: 'box 2', value: 3 },
  { name: 'Apple', value: -1 },
  { name: 'Pear', value: 3 },
];
const names = (sort: string) => sorted(rows, facts, readSort(sort, facts)).map(({ name }) => name);

it('sorts as a person does, and puts what is not known last', () => {
  expect(names('name')).toEqual(['Apple', 'box 2', 'Box 10', 'Pear']);
  expect(names('value')).toEqual(['Apple', 'box 2', 'Pear', 'Box 10']);
  expect(names('-value')).toEqual(['box 2', 'Pear', 'Apple', 'Box 10']);
});

it.each([undefined, '', 'itemId', '-', '--value', 'constructor'])(
  'keeps the order for the sort %j',
  (text) => {
    expect(readSort(text, facts)).toBeNull();
  },
);

it('writes a sort as it reads it', () => {
  expect(sortText({ by: 'value', descending: true })).toBe('-value');
  expect(readSort('-value', facts)).toEqual({ by: 'value', descending: true });
});
