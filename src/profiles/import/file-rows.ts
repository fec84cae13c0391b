import { readCsvRows } from '../../language/csv.js';
import type { Cell } from './fields.js';
import { cellValue } from './fields.js';

/** A file as it was handed over. */
export interface GivenFile {
  /** What it is called in messages. */
  readonly path: string;
  readonly text: string;
}

/** A row before it is judged: what stands in it, by column. */
export interface RawRow {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What is wrong, and where; line 0 is the file as a whole. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

export interface FileRows {
  readonly rows: readonly RawRow[];
  readonly faults: readonly Fault[];
}

/** Columns a kind has; the required ones must be in a CSV header. */
export interface Columns {
  readonly all: readonly string[];
  readonly required: readonly string[];
  readonly cells: Readonly<Record<string, Cell>>;
}

/** CSV with a header, or JSON Lines, by the name's ending. */
export const readFileRows = (file: GivenFile, columns: Columns): FileRows =>
  /\.(jsonl|ndjson)$/i.test(file.path) ? readJsonLines(file) : readCsvFile(file, columns);

function readCsvFile({ path, text }: GivenFile, columns: Columns): FileRows {
  const fault = (line: number, reason: string): Fault => ({ file: path, line, reason });
  let rows;
  try {
    rows = readCsvRows(text);
  } catch (error) {
    const line = /line (\d+)/.exec(String(error))?.[1] ?? '0';
    return { rows: [], faults: [fault(Number(line), 'is not CSV from here on')] };
  }
  const [head, ...below] = rows;
  if (!head) return { rows: [], faults: [fault(0, 'is empty')] };
  const header = head.fields.map((name) => name.trim());
  const broken = headerFaults(header, columns).map((reason) => fault(head.line, reason));
  if (broken.length > 0) return { rows: [], faults: broken };
  const faults = below
    .filter(({ fields }) => fields.length !== header.length)
    .map(({ line, fields }) =>
      fault(line, `has ${fields.length} fields, the header ${header.length}`),
    );
  const whole = below.filter(({ fields }) => fields.length === header.length);
  return {
    faults,
    rows: whole.map(({ line, fields }) => ({
      file: path,
      line,
      values: Object.fromEntries(
        header.map((name, at) => [name, cellValue(fields[at] ?? '', columns.cells[name])]),
      ),
    })),
  };
}

function headerFaults(header: readonly string[], { all, required }: Columns): readonly string[] {
  const unknown = header.filter((name) => !all.includes(name));
  const twice = header.filter((name, at) => header.indexOf(name) !== at);
  const missing = required.filter((name) => !header.includes(name));
  return [
    ...unknown.map((name) => `unknown column ${name || '(no name)'}`),
    ...twice.map((name) => `column ${name} stands twice`),
    ...missing.map((name) => `column ${name} is missing`),
  ];
}

function readJsonLines({ path, text }: GivenFile): FileRows {
  const rows: RawRow[] = [];
  const faults: Fault[] = [];
  for (const [at, content] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    if (content.trim() === '') continue;
    const values = objectIn(content);
    if (values) rows.push({ file: path, line: at + 1, values });
    else faults.push({ file: path, line: at + 1, reason: 'is no JSON object' });
  }
  if (rows.length + faults.length === 0) faults.push({ file: path, line: 0, reason: 'is empty' });
  return { rows, faults };
}

function objectIn(content: string): Readonly<Record<string, unknown>> | null {
  try {
    const value = JSON.parse(content) as unknown;
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}
