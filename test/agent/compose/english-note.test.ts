import { describe, expect, it } from '@jest/globals';
import { englishNote } from '../../../src/agent/compose/english-note.js';
import { loadWordings } from '../../../src/wording/prompts.js';

const wordings = loadWordings('prompts');
const note = (words: string, before: readonly string[] = []) =>
  englishNote(wordings, { before, words }).map(({ text }) => text);

describe('a customer who writes in English', () => {
  it('is told once, in English, how we answer', () => {
    const [said = ''] = note('how do I redeem my fund');
    expect(said).toMatch(/[a-z]{3,} [a-z]{3,}/i);
    expect(note('and what are the fees', [`${said}\n\n赎回……`])).toEqual([]);
  });

  it.each(['QDII 基金 T+2 确认吗', 'A类C类有什么区别', 'etf', '你好', 'ok'])(
    'is not who writes %s',
    (words) => {
      expect(note(words)).toEqual([]);
    },
  );
});
