import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from './testing/readCsv';
import type { Cell } from '../shared/table/facts';
import { toCsv } from './csv';

const sheet = (...cells: Cell[]) => toCsv({ header: cells.map((_, index) => `c${index}`), rows: [cells] });
const written = (cell: Cell) => sheet(cell).split('\r\n')[1];

describe('a CSV file', () => {
  it('has a header, ends its lines with CRLF, and leaves out what is not known', () => {
    expect(
      toCsv({
        header: ['sku', 'value'],
        rows: [
          ['FLOUR', 12.5],
          ['SALT', null],
        ],
      }),
    ).toBe('sku,value\r\nFLOUR,12.5\r\nSALT,\r\n');
  });

  it.each([
    ['a comma', 'Flour, white', '"Flour, white"'],
    ['a quote', '12" tray', '"12"" tray"'],
    ['a new line', 'two\nlines', '"two\nlines"'],
    ['a space at an end', ' rye', '" rye"'],
    ['nothing special', 'Pão de centeio', 'Pão de centeio'],
  ])('quotes only where it must: %s', (_, text, expected) => {
    expect(written(text)).toBe(expected);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])(
    'keeps %j from being a formula',
    (text) => {
      expect(readCsv(sheet(text))[1]).toEqual([`'${text}`]);
    },
  );

  it('writes numbers as numbers, also negative ones', () => {
    expect([written(-3), written(0.000001), written(1234567.5)]).toEqual(['-3', '0.000001', '1234567.5']);
  });

  it('is read back as it was, whatever is in it', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('"', ',', '\r\n', ' x ', '""'));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const header = ['a', 'b'];
        const read = readCsv(toCsv({ header, rows }));
        expect(read.map((cells) => cells.map(unguarded))).toEqual(
          [header, ...rows].map((cells) => cells.map(unguarded)),
        );
      }),
    );
  });
});

/** Without the guard, which a reader sees, and which the texts that need it get. */
function unguarded(text: string): string {
  return text.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '');
}
