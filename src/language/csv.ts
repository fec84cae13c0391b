/** One row of a CSV text and the line it begins on, counted from 1. */
export interface CsvRow {
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * 逗号分隔文本: rows as records under the names of the header line (RFC 4180: quoted fields may hold
 * commas, line breaks and doubled quotes). A byte order mark and blank lines are passed over; a
 * missing field is the empty string.
 */
export function readCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const [header, ...rows] = readCsvRows(text);
  const names = header?.fields ?? [];
  return rows.map(({ fields }) =>
    Object.fromEntries(names.map((name, at) => [name, fields[at] ?? ''])),
  );
}

const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

/** The same with the header among the rows, for whoever names what is wrong by its line. */
export function readCsvRows(given: string): readonly CsvRow[] {
  const text = given.replace(/^\uFEFF/, '');
  const rows: CsvRow[] = [];
  let fields: string[] = [];
  let begun = 1;
  let line = 1;
  FIELD.lastIndex = 0;
  for (;;) {
    const match = FIELD.exec(text);
    if (!match) throw new Error(`row ${rows.length + 1} (line ${begun}) is not CSV`);
    const [whole, quoted, plain = '', end] = match;
    line += lineBreaks(whole);
    fields.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    if (fields.length > 1 || fields[0] !== '') rows.push({ line: begun, fields });
    fields = [];
    begun = line;
    if (FIELD.lastIndex >= text.length) return rows;
  }
}

function lineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
