import { describe, expect, it } from '@jest/globals';
import { safeFileName } from '../../src/channels/file-name.js';

describe('the name of a file', () => {
  it.each([
    ['账单 10 月.png', '账单 10 月.png'],
    ['照片.PNG', '照片.png'],
    ['C:\\Users\\me\\账单.png', '账单.png'],
    ['../../etc/passwd', 'passwd.png'],
    ['工资.exe', '工资.exe.png'],
    ['gnp\u202Egpj.exe', 'gnpgpj.exe.png'],
    ['a"\r\nX-Evil: 1.png', 'a_X-Evil_ 1.png'],
    ['...', 'file.png'],
    ['', 'file.png'],
  ])('%j is shown and saved as %j', (given, name) => {
    expect(safeFileName(given, 'image/png')).toBe(name);
  });

  it('keeps the spelling of its ending, and is cut where nobody reads on', () => {
    expect(safeFileName('a.jpeg', 'image/jpeg')).toBe('a.jpeg');
    expect([...safeFileName('长'.repeat(500), 'application/pdf')]).toHaveLength(104);
  });
});
