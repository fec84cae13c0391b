import { normalize } from '../../language/fold.js';
import { spokenMoney } from '../../language/spoken-money.js';
import { findingTold } from '../../language/spoken-policy.js';
import type { Product } from '../../terms/product.js';
import { nameWithoutClass } from '../../terms/product.js';
import { asksWhetherItSuits } from './suitability-words.js';

/** 「你们那个百万医疗」 「国债和大额存单哪个利息高」: kinds of which the shelf has one product each. */

const KINDS =
  /百万医疗|医疗险|重疾|意外险|养老年金|年金险|增额寿|分红险|万能险|投连险|大额存单|(三年期?|3年期?)?(储蓄)?国债|结构性存款|(?:一|1)年(?:期)?的?(?:定期|定存)/g;
/** 「三年期能给多少」 「存一年多少利息」: a deposit by its term alone. */
const BY_TERM =
  /(?:存|放)(?:(?:[\d一二两三四五六七八九十百千]+(?:万|千|块|元))钱?)?(?:个|满|够)?(?<put>一|二|两|三|五|[1235])年|(?<of>一|二|两|三|五|[1235])年(?:期|的)/;
const YEARS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 两: 2, 三: 3, 五: 5 };
const TIME_DEPOSIT = /^(?:一|1)年(?:期)?的?(?:定期|定存)$/;
/** 「国债呢」 goes on about what was asked before; a card has nothing to hold it against. */
const MIN_QUESTION = 3;
const OURS = /你们|咱们|贵行|你家|这里的/;
/** What only a contract of its own has a figure or a rule for. */
const TERMS =
  /(免赔额|等待期|犹豫期|起存|起投|起购|保费|利率|保额|交费期|手续费)[^，。]{0,3}(多少|多久|几|多长|多大|多高|怎么定)|(多少|几个点|百分之几)的?(利率|利息)$|转(让|给)|质押|抵押|存款证明|(提前|中途|没到期)[^，。]{0,4}(取|兑|支)[^，。]{0,8}(多少|几)|兑(出来|现|取)[^，。]{0,6}(利息|手续|扣|亏)|(取|兑|卖)(一半|一部分|一些)|分(开|次|几次)(取|兑)|(起(点|步|存)|最(少|低)|起码)[^，。]{0,4}(多少|几|是不是)|几级|r\s*几/;
const WEIGHS = /(哪个|哪种|谁的?).{0,4}(利息|利率|收益)?.{0,2}(高|低|多|少|划算|好)/;
const IN_GENERAL = /一般|通常|普遍|什么是|是什么|啥意思|什么意思|有哪些|哪些|区别|差别|不同/;

/** 「大额存单存30万一年多少利息」: only a contract of its own has the rate. */
const asksItsInterest = (text: string): boolean =>
  /利息|(拿|得|给|有)多少/.test(text) &&
  !/提前|没到期|中途|急用/.test(text) &&
  spokenMoney(text).length > 0;

/**
 * The products of ours that the words mean: one asked about, or two weighed; may be empty. `isOnCard`:
 * whether a product's own card answers the words better than general knowledge.
 */
export function ourOnly(
  products: Iterable<Product>,
  text: string,
  isOnCard: (product: Product) => boolean = () => false,
): readonly Product[] {
  const folded = normalize(text).text.replace(/\s/g, '');
  const kinds = [...new Set(folded.match(KINDS) ?? [])];
  if (kinds.length === 0) return byTerm([...products], folded);
  if (kinds.length > 2 || IN_GENERAL.test(folded)) return [];
  if (kinds.length === 2 && !WEIGHS.test(folded)) return [];
  const shelf = [...products];
  const meant = kinds.map((kind) =>
    onlyOne(shelf, kind.replace(/险$/, '').replace(TIME_DEPOSIT, '一年定期')),
  );
  if (!meant.every((one) => one !== null)) return [];
  const asks = asksOfOne(folded);
  const saysMore = folded.replace(KINDS, '').length >= MIN_QUESTION;
  return kinds.length === 2 || asks || (saysMore && meant.every(isOnCard)) ? meant : [];
}

const POLICY =
  /^(那|那么|换成?|改成?|要是|如果)*(买|投)?(?<kind>分红|万能|投连|年金|重疾|医疗|意外|增额)(险|型|保险)?的?(那[个种款只])?(?=呢|[，,吗行能可合]|$)/;

/** What only a product of its own can answer. */
const asksOfOne = (folded: string): boolean =>
  OURS.test(folded) ||
  TERMS.test(folded) ||
  asksItsInterest(folded) ||
  asksWhetherItSuits(folded) ||
  findingTold(folded) !== null;

/** 「那万能的呢」 after another policy: the one of the kind that is said; null: there is none, or several. */
export function policyOfKind(products: Iterable<Product>, text: string): Product | null {
  const kind = POLICY.exec(normalize(text).text.replace(/\s/g, ''))?.groups?.['kind'];
  const policies = [...products].filter(({ regime }) => regime === 'NFRA_INSURANCE');
  return kind === undefined ? null : onlyOne(policies, kind);
}

const HOLDS_AGAINST = /(和|跟|与|同|比|还是|、)/;
const WHICH = /哪|区别|差别|不同|不一样|谁|更|比|并排|并列|放(在)?一起|对照/;

/** 「一半日日通一半大额存单」 */
export const inHalves = (words: string): boolean =>
  /一半[^。]{0,14}一半|对半(分|开|放|买)|各(放|买|存)?一半/.test(words);

/** 「大额存单和一年定期，提前取哪个亏得多」: the one of its kind beside one that is named; null: none is. */
export function heldBeside(products: Iterable<Product>, masked: string): Product | null {
  const folded = normalize(masked).text.replace(/\s/g, '');
  const isHeld = HOLDS_AGAINST.test(folded) && WHICH.test(folded);
  if (!isHeld && !inHalves(folded)) return null;
  const [kind, ...more] = new Set(folded.match(KINDS) ?? []);
  if (more.length > 0) return null;
  if (kind === undefined) return onlyFund([...products], folded);
  return onlyOne([...products], kind.replace(/险$/, '').replace(TIME_DEPOSIT, '一年定期'));
}

/** 「利率又降了，我存的三年定期会不会跟着降」 asks what happens to what is saved already. */
export const RATE_MOVES =
  /利[率息](又|还|再|一直|老|都|要|会|往下)*(降|涨|升|调|下调|变|跌|掉)|[加降]息|跟着(降|涨|变|调|跌)/;

/** The one deposit of that term, where its interest is asked for. */
function byTerm(shelf: readonly Product[], folded: string): readonly Product[] {
  const { put, of: named } = BY_TERM.exec(folded)?.groups ?? {};
  const said = put ?? named ?? '';
  const asks =
    /利息|利率|(给|有|拿|得|到手)(多少|几)/.test(folded) && !/基金|理财|保险/.test(folded);
  if (RATE_MOVES.test(folded)) return [];
  if (said === '' || !asks) return [];
  const fitting = shelf.filter(
    ({ regime, termYears }) => regime === 'DEPOSIT' && termYears === (YEARS[said] ?? Number(said)),
  );
  return fitting.length === 1 ? fitting : [];
}

function onlyOne(shelf: readonly Product[], kind: string): Product | null {
  const fitting = shelf.filter(({ name, aliases, kinds = [] }) =>
    [name, ...aliases, ...kinds].some((one) => one.includes(kind)),
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** 「沪深300和纯债对比」: the one fund of the kind that is said, by its first class; null: there are several, or none. */
function onlyFund(shelf: readonly Product[], folded: string): Product | null {
  const fitting = shelf.filter(
    ({ regime, kinds = [] }) =>
      regime === 'CSRC_FUND' && kinds.some((kind) => folded.includes(normalize(kind).text)),
  );
  const funds = new Set(fitting.map(({ name }) => nameWithoutClass(name)));
  return funds.size === 1 ? (fitting[0] ?? null) : null;
}
