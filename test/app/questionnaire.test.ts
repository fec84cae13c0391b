import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { leadingWords } from '../../src/advice/profiling/neutrality.js';
import { loadQuestionnaires, readQuestionnaire } from '../../src/app/questionnaire.js';

const FILE = readFileSync('knowledge/questionnaires/personal.yaml', 'utf8');
const read = (from: string | RegExp, to: string) => () => {
  expect(FILE).toMatch(from);
  return readQuestionnaire(FILE.replace(from, to), 'personal.yaml');
};

describe('the questionnaire', () => {
  it('ships with both sides, three pages and a version', () => {
    const [one] = loadQuestionnaires();
    expect(one).toMatchObject({ id: 'personal', version: '2026.1' });
    expect(new Set(one?.questions.map(({ side }) => side)).size).toBe(2);
    expect(new Set(one?.questions.map(({ page }) => page)).size).toBe(3);
  });

  it.each([
    ['a field nobody knows', 'topic: 年龄', 'topik: 年龄', 'topik'],
    ['options out of order', '{ id: a, text: 40', '{ id: b, text: 40', 'age: options are not a, b'],
    [
      'two options that score alike',
      'label: 41 到 55 岁, score: 3',
      'label: 41 到 55 岁, score: 1',
      'age: two options score the same',
    ],
    ['cuts that do not rise', '[10, 18, 26, 33]', '[10, 26, 18, 33]', 'cuts.capacity do not rise'],
    ['a class nobody can reach', '[8, 16, 24, 33]', '[8, 16, 24, 41]', 'C5 is above the 40 points'],
    [
      'a contradiction between unknown answers',
      'knowledge: [d], held',
      'knowledge: [e], held',
      'knowledge has no option e',
    ],
    [
      'a hint which answer to give',
      '几项都想要也请挑最要紧的一项',
      '建议您选收益高的',
      'points at an answer',
    ],
    [
      'words that are no pattern',
      'words: 本金|安全',
      'words: (本金|安全',
      'is no regular expression',
    ],
    ['what is no YAML', 'id: personal', 'id: [personal', 'is no YAML'],
    ['a page left out', /page: 3/g, 'page: 4', 'pages do not run from 1'],
  ])('is refused by name with %s', (_what, from, to, fault) => {
    expect(read(from, to)).toThrow('personal.yaml');
    expect(read(from, to)).toThrow(fault);
  });
});

describe('words that point at an answer', () => {
  it.each([
    '建议您选最后一项',
    '填高一点就行',
    '这样才能买到',
    '大多数人都选第三项',
    '选这个得 10 分',
    '激进一点更好',
  ])('%s', (words) => expect(leadingWords(words)).not.toBeNull());

  it.each([
    '请按真实情况填写，没有对错，也没有更好的答案。',
    '把家里人一年到手的收入加起来，是个大概就行。',
    '几项都想要也请挑最要紧的一项。',
  ])('are not in %s', (words) => expect(leadingWords(words)).toBeNull());
});
