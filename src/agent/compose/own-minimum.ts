import type { Fact } from '../../terms/fact.js';
import type { Product } from '../../terms/product.js';
import { yuan } from '../../wording/figures.js';
import { withoutNames } from './own-fee.js';
import { minimumText } from './product-lines.js';
import type { Reckoned } from './reckoning.js';
import { amountIn } from './reckoning.js';

/** 这个数够不够: the sum the customer named against the least that can be put in. */

/** 「十万以下」 names what is less than the sum. */
const LESS = /以下|以内|不到|不满|不足/;
/** 「起点是不是二十万」 asks whether that is the least. */
const ASKS_IF_LEAST = /(起(点|购|存|投|步)?|门槛|最(少|低)|起码|至少)[^，。]{0,4}(是不是|是|要|得)/;

/** Null: no one sum is named. */
export function ownMinimum(product: Product, words: string): Reckoned | null {
  const named = inYuan(withoutKinds(product, withoutNames(product, words)));
  const said = amountIn(named.replace(LESS, ''));
  if (said === null) return null;
  const fact: Fact = { value: said, unit: 'yuan', label: '您说的金额' };
  return { text: `：${verdict(product, named, said)}${rest(product)}`, facts: [fact] };
}

/** 「起存100行不行」 「起点是不是100」: a bare figure is one of money here. */
const inYuan = (words: string): string =>
  words.replace(/(?<![\d.])(\d{1,9})(?=行不行|行吗|够|能|可以|就|吗|吧|起|[，,？?。]|$)/g, '$1元');

/** 「百万医疗」 names a kind, and no sum. */
const withoutKinds = ({ kinds = [] }: Product, words: string): string =>
  kinds.reduce((text, kind) => text.replaceAll(kind, ''), words);

function verdict({ minAmount, step, regime }: Product, words: string, said: number): string {
  if (ASKS_IF_LEAST.test(words)) return said === minAmount ? '是的，' : '不是，';
  const verb = VERBS[regime] ?? '买';
  const isLess = LESS.test(words) ? said <= minAmount : said < minAmount;
  if (isLess) return LESS.test(words) ? `${yuan(said)}以下${verb}不了，` : `${yuan(said)}不够，`;
  const over = step !== null && step >= 1 ? (said - minAmount) % step : 0;
  return over === 0
    ? `${yuan(said)}够了，${regime === 'DEPOSIT' ? '可以存，' : ''}`
    : `这个数${verb}不了，超出起点的部分要是 ${yuan(step ?? 0)}的整数倍，`;
}

const VERBS: Readonly<Partial<Record<Product['regime'], string>>> = {
  DEPOSIT: '存',
  NFRA_INSURANCE: '交',
};

const rest = (product: Product): string => minimumText(product).replace(/^的/, '');
