/**
 * 谐音、形近、拆字与拼音: disguises seen in chat groups, each with the word it stands for. Whole
 * words only: a single-character table would turn honest text (余额宝本月) into something else.
 */

/**
 * Words that are written around, with the sound of each character and characters that stand in for
 * it where no honest text has them. Any mixture is understood: bao本, 保ben, 稳zhuan, 吻 z h u a n.
 */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  保本: ['bao', 'ben 苯坌笨'],
  保息: ['bao', 'xi'],
  零风险: ['ling 灵', 'feng 疯凤封', 'xian'],
  风险: ['feng 疯凤封', 'xian'],
  稳赚: ['wen 吻隐穏', 'zhuan'],
  包赚: ['bao', 'zhuan'],
  收益: ['shou', 'yi'],
  刚兑: ['gang 钢冈', 'dui'],
  兜底: ['dou 蔸蚪', 'di'],
  必涨: ['bi', 'zhang'],
  内幕: ['nei', 'mu 幂募暮'],
  返现: ['fan', 'xian'],
  返点: ['fan', 'dian'],
  返利: ['fan', 'li'],
  返佣: ['fan', 'yong'],
  回扣: ['hui', 'kou'],
  验证码: ['yan', 'zheng', 'ma'],
  密码: ['mi', 'ma'],
  代客: ['dai', 'ke'],
  代操作: ['dai', 'cao', 'zuo'],
  私募: ['si', 'mu'],
  撤诉: ['che', 'su'],
  投诉: ['tou', 'su'],
  退保: ['tui', 'bao'],
  借钱: ['jie', 'qian'],
  贷款: ['dai', 'kuan'],
  存款: ['cun', 'kuan'],
  洗钱: ['xi', 'qian'],
  测评: ['ce', 'ping'],
  停售: ['ting', 'shou'],
  机器人: ['ji', 'qi', 'ren'],
  真人: ['zhen', 'ren'],
  担保: ['dan', 'bao'],
};

const BETWEEN = '[ .、·_-]?';

interface Disguise {
  readonly form: string;
  readonly word: string;
  /** Characters it can begin with. */
  readonly first: string;
}

/** Every way to write the word by sound or stand-in, and not the word itself. */
function disguiseOf(word: string, sounds: readonly string[]): Disguise {
  const spelled = sounds.map((sound) => sound.split(' ')[0]!);
  const standIns = sounds.map((sound) => sound.split(' ')[1] ?? '');
  const places = [...word].map((char, at) => {
    // Bao本 and b a o 本, never the end of a longer word.
    const letters = [...spelled[at]!].join('[ .]?');
    return `(?:[${char}${standIns[at]!}]|(?<![a-z])${letters}(?![a-z]))`;
  });
  // Written together, baoben, the inner sounds have letters beside them.
  const together = `(?<![a-z])${spelled.join('[ .-]?')}(?![a-z])`;
  return {
    form: `${together}|(?!${word})${places.join(BETWEEN)}`,
    word,
    first: `${word[0]!}${standIns[0]!}${spelled[0]![0]!}`,
  };
}

const DISGUISES: readonly Disguise[] = [
  { form: '亻呆', word: '保', first: '亻' },
  { form: '亻弋', word: '代', first: '亻' },
  { form: '禾急', word: '稳', first: '禾' },
  { form: '贝兼', word: '赚', first: '贝' },
  { form: '阝佥', word: '险', first: '阝' },
  { form: '辶反', word: '返', first: '辶' },
  { form: '氵张', word: '涨', first: '氵' },
  {
    form: '(?<![额钱利财通添金])[宝葆堡煲]本(?![月期周日年人次身金])',
    word: '保本',
    first: '宝葆堡煲',
  },
  { form: '(?<![a-z0-9])b本', word: '保本', first: 'b' },
  { form: '保b(?![a-z0-9])', word: '保本', first: '保' },
  ...Object.entries(WORDS).map(([word, sounds]) => disguiseOf(word, sounds)),
];

/** By first character: most characters begin no disguise, and no pattern is tried at them. */
const BEGINNINGS = new Map(
  [...new Set(DISGUISES.flatMap(({ first }) => [...first]))].map((char) => {
    const here = DISGUISES.filter(({ first }) => first.includes(char));
    const pattern = new RegExp(here.map(({ form }) => `(${form})`).join('|'), 'y');
    return [char, { pattern, words: here.map(({ word }) => word) }] as const;
  }),
);
const BEGINS = new RegExp(`[${[...BEGINNINGS.keys()].join('')}]`, 'g');

interface Unmasked {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

/** The disguises in a normalized text, in order, and the words they stand for. */
export function disguisesIn(text: string): readonly Unmasked[] {
  const found: Unmasked[] = [];
  let read = 0;
  for (const { index: start, 0: char } of text.matchAll(BEGINS)) {
    if (start < read) continue;
    const { pattern, words } = BEGINNINGS.get(char)!;
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (!match) continue;
    read = start + match[0].length;
    found.push({ start, end: read, word: words[match.slice(1).findIndex((group) => group)]! });
  }
  return found;
}
