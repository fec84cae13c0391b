import { describe, expect, it } from '@jest/globals';
import { inspect, verdictOf } from '../../src/compliance/guard.js';
import type { GuardContext } from '../../src/compliance/guard.js';

interface Phrase {
  /** The sentence, with the forbidden word where `*` stands. */
  readonly sentence: string;
  readonly word: string;
  readonly pinyin: readonly string[];
  readonly toned: string;
  readonly traditional: string;
  /** Written with a character that sounds or looks like one of it, or in its parts. */
  readonly lookAlike: string;
}

const PHRASES: readonly Phrase[] = [
  {
    sentence: '这款*，您放心',
    word: '保本',
    pinyin: ['bao', 'ben'],
    toned: 'bǎo běn',
    traditional: '保夲',
    lookAlike: '亻呆本',
  },
  {
    sentence: '跟着我买，*',
    word: '稳赚',
    pinyin: ['wen', 'zhuan'],
    toned: 'wěn zhuàn',
    traditional: '穩賺',
    lookAlike: '吻赚',
  },
  {
    sentence: '这款*',
    word: '零风险',
    pinyin: ['ling', 'feng', 'xian'],
    toned: 'líng fēng xiǎn',
    traditional: '零風險',
    lookAlike: '零疯险',
  },
  {
    sentence: '我有*消息，先给您',
    word: '内幕',
    pinyin: ['nei', 'mu'],
    toned: 'nèi mù',
    traditional: '內幕',
    lookAlike: '内募',
  },
  {
    sentence: '到期*，本公司说到做到',
    word: '刚兑',
    pinyin: ['gang', 'dui'],
    toned: 'gāng duì',
    traditional: '剛兌',
    lookAlike: '钢兑',
  },
  {
    sentence: '今天签，当场给您*',
    word: '返现',
    pinyin: ['fan', 'xian'],
    toned: 'fǎn xiàn',
    traditional: '返現',
    lookAlike: '辶反现',
  },
  {
    sentence: '这只下周*',
    word: '必涨',
    pinyin: ['bi', 'zhang'],
    toned: 'bì zhǎng',
    traditional: '必漲',
    lookAlike: '必氵张',
  },
  {
    sentence: '亏了我们公司*',
    word: '兜底',
    pinyin: ['dou', 'di'],
    toned: 'dōu dǐ',
    traditional: '兜底',
    lookAlike: '蔸底',
  },
];

const between = (word: string, sign: string): string => [...word].join(sign);
const fullWidth = (text: string): string =>
  text.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
const cyrillic = (text: string): string =>
  text.replace(/[aeoi]/g, (letter) => ({ a: 'а', e: 'е', o: 'о', i: 'і' })[letter]!);
const capitals = (text: string): string =>
  text.replace(/./g, (letter, at: number) => (at % 2 === 0 ? letter.toUpperCase() : letter));

const DISGUISES: Readonly<Record<string, (phrase: Phrase) => string>> = {
  'traditional characters': ({ traditional }) => traditional,
  'a look-alike or a homophone': ({ lookAlike }) => lookAlike,
  'pinyin in one word': ({ pinyin }) => pinyin.join(''),
  'pinyin with tones': ({ toned }) => toned,
  'pinyin in mixed case': ({ pinyin }) => capitals(pinyin.join('')),
  'pinyin in full width': ({ pinyin }) => fullWidth(pinyin.join('')),
  'pinyin in Cyrillic look-alikes': ({ pinyin }) => cyrillic(pinyin.join(' ')),
  'pinyin letter by letter': ({ pinyin }) => between(pinyin.join(''), ' '),
  'the first character in pinyin': ({ word, pinyin }) => `${pinyin[0]!}${word.slice(1)}`,
  'the last character in pinyin': ({ word, pinyin }) => `${word.slice(0, -1)}${pinyin.at(-1)!}`,
  'spaces between': ({ word }) => between(word, ' \u3000'),
  'signs between': ({ word }) => between(word, '·*'),
  'strokes between': ({ word }) => between(word, '/'),
  'pictures between': ({ word }) => between(word, '👍'),
  'invisible characters between': ({ word }) => between(word, '\u200b\u2060'),
  'direction marks between': ({ word }) => between(word, '\u202e'),
  'combining strokes over it': ({ word }) => between(word, '\u0336'),
  'each character in brackets': ({ word }) => [...word].map((char) => `【${char}】`).join(''),
};

const context: GuardContext = { speaker: 'bot', allowedHosts: [] };

const heard = ({ sentence }: Phrase, word: string) => {
  const findings = inspect(sentence.replace('*', word), context);
  return { verdict: verdictOf(findings, 'bot'), rules: findings.map(({ rule }) => rule) };
};

describe('a forbidden phrase in disguise', () => {
  for (const phrase of PHRASES) {
    describe(`of 「${phrase.word}」`, () => {
      const plain = heard(phrase, phrase.word);
      it('is stopped when it is plain', () => expect(plain.verdict).toBe('block'));
      for (const [name, disguised] of Object.entries(DISGUISES)) {
        it(`is judged alike: ${name}`, () => {
          expect(heard(phrase, disguised(phrase))).toEqual(plain);
        });
      }
    });
  }

  const honest = [
    '余额宝本月的收益明天更新',
    '您投保，本公司会给您发电子保单',
    '这款不保，本金可能亏损',
    '奖金返还本人账户，现在可以查',
    '点赞的 fans 可以留言',
    '请看说明书 B 款第 2 页',
    '利差返险要以合同为准',
  ];
  for (const text of honest) {
    it(`is not heard in 「${text}」`, () => expect(inspect(text, context)).toEqual([]));
  }
});
