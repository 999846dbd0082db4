/** A reader of RFC 4180, written from its grammar and knowing nothing of our writer. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = /"((?:[^"]|"")*)"/y;
    quoted.lastIndex = at;
    const match = quoted.exec(text);
    const plain = match ? null : /[^,\r\n"]*/y;
    if (plain) {
      plain.lastIndex = at;
    }
    const raw = match ? match[0] : (plain?.exec(text)?.[0] ?? '');
    row.push(match ? (match[1] ?? '').replaceAll('""', '"') : raw);
    at += raw.length;
    if (text.startsWith(',', at)) {
      at += 1;
    } else if (text.startsWith('\r\n', at)) {
      at += 2;
      rows.push(row);
      row = [];
    } else {
      throw new Error(`not CSV at ${at}: ${JSON.stringify(text.slice(at, at + 20))}`);
    }
  }
  return rows;
}
