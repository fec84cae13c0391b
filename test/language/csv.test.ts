import { describe, expect, it } from '@jest/globals';
import { readCsv, readCsvRows } from '../../src/language/csv.js';

describe('a CSV text', () => {
  it('is records under the names of its first line', () => {
    expect(readCsv('text,category\n你好,greeting\n再见,farewell\n')).toEqual([
      { text: '你好', category: 'greeting' },
      { text: '再见', category: 'farewell' },
    ]);
  });

  it('holds commas, quotes and line breaks inside quotes', () => {
    expect(readCsv('text,category\r\n"费用, ""手续费""\n多少",fees\r\n')).toEqual([
      { text: '费用, "手续费"\n多少', category: 'fees' },
    ]);
  });

  it('passes over a byte order mark and blank lines, and takes a missing field as empty', () => {
    expect(readCsv('\uFEFFa,b\n\n1\n,2')).toEqual([
      { a: '1', b: '' },
      { a: '', b: '2' },
    ]);
  });

  it('is refused where a quote never ends or stands in the middle', () => {
    expect(() => readCsv('a\n"x')).toThrow('row 2');
    expect(() => readCsv('a\nx"y"')).toThrow('row 2');
  });
});

describe('the rows of a CSV text', () => {
  it('know the line they begin on, past blank lines and breaks inside quotes', () => {
    const rows = readCsvRows('a,b\r\n\r\n"one\ntwo",1\n3,4');
    expect(rows.map(({ line, fields }) => [line, fields.length])).toEqual([
      [1, 2],
      [3, 2],
      [5, 2],
    ]);
  });

  it('are refused by the line where they stop being CSV', () => {
    expect(() => readCsvRows('a\n"x\ny"\nx"y"')).toThrow('line 4');
  });
});
