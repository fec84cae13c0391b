import { normalize } from '../../language/fold.js';
import type { Product } from '../../terms/product.js';
import { effectiveRiskLevel } from '../../terms/product.js';
import type { Fact } from '../../terms/fact.js';
import type { ShelfWish } from './shelf-wishes.js';
import { shelfWish } from './shelf-wishes.js';

/** What the customer's words say about the shelf: a predicate, and how to name it back to them. */
export interface ShelfFilter {
  readonly name: string;
  /** Whether the words name a category, a grade or a wish at all. */
  readonly isNarrow: boolean;
  matches(product: Product): boolean;
  /** The category alone, where a wish narrows it; null: there is none. */
  readonly wider: Pick<ShelfFilter, 'name' | 'matches'> | null;
  /** What the list is ordered by, least first; null: the master's order. */
  readonly least: ShelfWish['least'] | null;
  /** Figures that its name says. */
  readonly facts: readonly Fact[];
  /** The same, most first. */
  readonly most: ShelfWish['most'] | null;
}

interface Category {
  readonly words: RegExp;
  readonly name: string;
  readonly matches: (product: Product) => boolean;
}

const fundOf =
  (...types: readonly string[]) =>
  ({ regime, type }: Product): boolean =>
    regime === 'CSRC_FUND' && types.includes(type);

const bondNamed =
  (word: string) =>
  (product: Product): boolean =>
    fundOf('bond')(product) && product.name.includes(word);

const isStockFund = (product: Product): boolean =>
  fundOf('equity')(product) || (fundOf('qdii')(product) && product.name.includes('股票'));

/** Mixed funds by what their own text says of them. */
const leansToStocks = (product: Product): boolean =>
  isStockFund(product) || (fundOf('mixed')(product) && product.description.includes('偏股'));

const policiesOf = (kind: string): Category => ({
  words: new RegExp(`${kind}(险|保险|型保险)`),
  name: `${kind}险`,
  matches: ({ regime, kinds = [] }) =>
    regime === 'NFRA_INSURANCE' && kinds.some((one) => one.includes(kind)),
});

/** First hit wins, so the narrower word stands first. */
const CATEGORIES: readonly Category[] = [
  ...['分红', '万能', '投连', '重疾', '医疗', '意外', '年金'].map(policiesOf),
  { words: /货币基金|货基|余额|money ?fund/, name: '货币基金', matches: fundOf('money') },
  { words: /短债/, name: '短债基金', matches: bondNamed('短债') },
  { words: /纯债/, name: '纯债基金', matches: bondNamed('纯债') },
  { words: /债券?基金|债基|固收|bond ?fund/, name: '债券基金', matches: fundOf('bond') },
  { words: /指数|etf|宽基|index ?fund/, name: '指数基金', matches: fundOf('index') },
  { words: /qdii|海外|全球|美股/, name: 'QDII 基金', matches: fundOf('qdii') },
  { words: /fof|养老/, name: '养老与 FOF 基金', matches: fundOf('fof') },
  { words: /reit/, name: 'REITs', matches: fundOf('reit') },
  {
    words: /(?=.*(偏股|权益))(?=.*理财)/,
    name: '权益类理财',
    matches: ({ regime, type }) => regime === 'NFRA_INVEST' && type === 'equity',
  },
  { words: /偏股/, name: '股票型和偏股的基金', matches: leansToStocks },
  { words: /股票(类|型)?基金|股基/, name: '股票型基金', matches: isStockFund },
  { words: /股票(型|基金)?|权益/, name: '股票类产品', matches: ({ type }) => type === 'equity' },
  { words: /混合/, name: '混合基金', matches: fundOf('mixed') },
  { words: /投顾/, name: '基金投顾组合', matches: fundOf('advisory_portfolio') },
  { words: /结构性/, name: '结构性存款', matches: ({ type }) => type === 'structured' },
  { words: /国债/, name: '储蓄国债', matches: ({ regime }) => regime === 'GOV_BOND' },
  { words: /存款|大额存单|定期/, name: '存款', matches: ({ regime }) => regime === 'DEPOSIT' },
  {
    words: /保险|重疾|医疗险|意外险|年金|寿险|分红|万能|投连/,
    name: '保险',
    matches: ({ regime }) => regime === 'NFRA_INSURANCE',
  },
  { words: /信托/, name: '信托', matches: ({ type }) => type === 'trust' },
  { words: /私募/, name: '私募基金', matches: ({ type }) => type === 'private' },
  {
    words: /理财/,
    name: '理财产品',
    matches: ({ regime, type }) =>
      regime === 'NFRA_INVEST' && !['trust', 'structured'].includes(type),
  },
  { words: /基金/, name: '基金', matches: ({ regime }) => regime === 'CSRC_FUND' },
];

/** What customers ask for and no product master row can tell us: better nothing than everything. */
const UNKNOWN_KINDS = /美元|外币|港币|欧元|日元|比特币|虚拟币|贷款|信用卡|股票账户|期货/;

/** 「中低风险」 is R2 and 「中高」 R4; 「低风险」 alone means both grades below the middle. */
const GRADES: readonly (readonly [RegExp, readonly number[], string])[] = [
  [/中低风险|风险中低/, [2], 'R2'],
  [/中高风险|风险中高/, [4], 'R4'],
  [
    /低风险|风险(比较|很|最)?(低|小)|风险不(大|高)|稳(当|妥|定)|稳(一?点|的)|最(稳|安全|保守)|保守(一?点|的)|求稳|(没|没有|零|无)风险/,
    [1, 2],
    'R1 和 R2',
  ],
  [/高风险|风险(比较|很|最)?(高|大)/, [4, 5], 'R4 和 R5'],
  [/中(等)?风险|风险中等/, [3], 'R3'],
];

/** 「C2 能买哪些」: up to the grade of the class (suitability.md, row 3). */
const upTo = (most: number) => ({
  levels: [1, 2, 3, 4, 5].slice(0, most),
  name: most === 1 ? 'R1' : `R1 至 R${most}`,
});

/** A grade said by number, by class or in words; null: none. */
function gradeIn(
  text: string,
): { readonly levels: readonly number[]; readonly name: string } | null {
  const digit = /r\s*([1-5])/.exec(text)?.[1];
  if (digit) return { levels: [Number(digit)], name: `R${digit}` };
  const ofClass = /c\s*([1-5])/.exec(text)?.[1];
  if (ofClass) return upTo(Number(ofClass));
  const [, levels, name] = GRADES.find(([words]) => words.test(text)) ?? [];
  return levels && name ? { levels, name } : null;
}

/** 「屿享系列」: what carries the word in its name. */
const SERIES = /(?:^|你们|咱们|那个|这个|的)([\u4e00-\u9fa5]{2,4})系列/;

const seriesOf = (word: string | null): Category | undefined =>
  word === null
    ? undefined
    : { words: SERIES, name: `${word}系列产品`, matches: ({ name }) => name.includes(word) };

/** 「除了存款还有啥稳的」 asks for everything but them. */
const EXCEPTED = /(除了|除开|不算|不要)[^，。]{1,6}?(以外|之外|外)?(?=还|都|有|，|,)/;

/** Reads category, grade and wish (「R2 的理财」「中低风险」「随时能取的」) out of a sentence. */
export function shelfFilter(query: string): ShelfFilter {
  const text = normalize(query).text.replace(EXCEPTED, '');
  const unmet = UNKNOWN_KINDS.exec(text)?.[0] ?? null;
  return unmet
    ? {
        name: `${unmet}产品`,
        isNarrow: true,
        matches: () => false,
        wider: null,
        least: null,
        facts: [],
        most: null,
      }
    : filterOf(text);
}

function filterOf(text: string): ShelfFilter {
  const category = categoryIn(text);
  const grade = gradeIn(text);
  const wish = shelfWish(text);
  const ofGrade = (product: Product) =>
    grade === null || grade.levels.includes(effectiveRiskLevel(product) ?? 0);
  const named = [category, grade && { matches: ofGrade }, wish].filter((one) => !!one);
  return {
    name: `${wish?.name ?? ''}${grade ? `${grade.name} 的` : ''}${category?.name ?? '产品'}`,
    isNarrow: named.length > 0,
    matches: (product) => named.every(({ matches }) => matches(product)),
    wider: category && wish ? category : null,
    least: wish?.least ?? null,
    facts: wish?.facts ?? [],
    most: wish?.most ?? null,
  };
}

const categoryIn = (text: string): Category | undefined =>
  CATEGORIES.find(({ words }) => words.test(text)) ?? seriesOf(SERIES.exec(text)?.[1] ?? null);
