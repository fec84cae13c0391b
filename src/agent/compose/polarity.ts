import { normalize } from '../../language/fold.js';

/** 是与否: what a sentence says of a matter, and whether it says so or denies it. */

/** A matter by the words that say it and by those that say its opposite. */
interface Matter {
  readonly says: RegExp;
  readonly denies?: RegExp;
}

/** The first that a claim speaks of is what it claims. */
const MATTERS: readonly Matter[] = [
  { says: /存款保险|(在|受|归|有|属于)[^，。；]{0,6}(保险|保障)(的)?(范围|保护|保障|管|赔)/g },
  { says: /承诺|保证(?!金|书)/g },
  {
    says: /亏(?!欠)|赔(?!付|偿)|损失|下跌|会跌|跌了|缩水/g,
    denies: /一分(都|也)?不少|本金不(会)?少|保本|还本|本金不受影响|盈利|赚了|赚钱|稳赚|价格不会变/g,
  },
  { says: /便宜|划算|更?省钱?|费用(更|比较)?少/g, denies: /贵|费用(更|比较)?多/g },
  { says: /利息|收益/g, denies: /没有?(利息|收益)|拿不到(利息|收益)/g },
  { says: /收(?!益|到|入)|扣|要(钱|费)|付费/g, denies: /免费|免收|免(?=申购|赎回)/g },
  { says: /提前(支取|兑取|赎回|取|退)|(能|可以)[^，。；]{0,4}(取|赎|卖|拿出)/g },
  { says: /(能|可以)[^，。；]{0,4}(买|申购|认购)/g },
  { says: /锁|封闭|持有满/g },
  { says: /预测|说得准/g },
];

/** 「不」 right before the word, or with as much between as 「不会有」. */
const NEGATED =
  /(不|没有?|无|非|未|别|勿)(会|能|是|用|要|再|得|可能|可以|需要|另|就|收|承诺|保证|受|归|在|等于)*$/;

/** 「不保证不亏」 「不代表不会亏」: nobody promises that it cannot happen. */
const NOT_NEGATED =
  /(不|没有?|未)(能|可)?(保证|承诺|代表|等于|意味着?|表示|是|说)(就|一定|都|也)?(不|没有?)(会|能|可能|可以|再)*$/;

export type Polarity = 'says' | 'denies';

/** What a claim claims: which matter, and which way; null: none we can tell apart. */
export function claimed(
  words: string,
): { readonly matter: number; readonly polarity: Polarity } | null {
  const folded = plain(words);
  // How much is no yes or no.
  if (/得(不|很|挺)?(算)?(多|少|大|高|久|快|慢|厉害)|不(算)?(多|少|大|高|久)$/.test(folded))
    return null;
  for (const [matter] of MATTERS.entries()) {
    const polarity = polarityIn(folded, matter);
    if (polarity !== null) return { matter, polarity };
  }
  return null;
}

/** Which way a clause speaks of a matter; null: not at all, or both. */
export function polarityIn(words: string, matter: number): Polarity | null {
  const { says, denies } = MATTERS[matter] as Matter;
  const text = plain(words);
  const opposite = denies ? found(text, denies) : [];
  const direct = found(
    denies ? text.replace(denies, (word) => '〇'.repeat(word.length)) : text,
    says,
  );
  const ways = new Set([
    ...direct.map((isNegated) => !isNegated),
    ...opposite.map((isNegated) => isNegated),
  ]);
  if (ways.size !== 1) return null;
  return ways.has(true) ? 'says' : 'denies';
}

/** For each word found, whether it is negated. */
const found = (text: string, words: RegExp): readonly boolean[] =>
  [...text.matchAll(words)].map(({ index }) => {
    const before = text.slice(Math.max(0, index - BEFORE), index);
    return NEGATED.test(before) && !NOT_NEGATED.test(before);
  });

/** So many signs before a word may still deny it. */
const BEFORE = 8;

const plain = (words: string): string => normalize(words).text.replace(/[\s*]/g, '');
