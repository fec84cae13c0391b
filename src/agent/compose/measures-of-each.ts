import type { ToolResult } from '../../conversation/agent.js';
import type { Product } from '../../terms/product.js';
import { shortName } from '../../terms/product.js';
import type { LocalDate } from '../../terms/time.js';
import { feeLines } from '../../wording/fee-table.js';
import { percent, signedPercent } from '../../wording/figures.js';
import { measuresAsked } from '../understand/measures.js';
import { pastOver } from './past-words.js';

/** 各是多少: exactly the figures that were asked for of each of several products, and which of them nobody here has. */

const GAIN = /收益(?!凭证)|业绩(?!比较|基准)|回报|表现|涨(了|跌)?多少/;
const FALL = /回撤|跌(了|过)?多少|最多(跌|亏)/;
const FEES: readonly (readonly [RegExp, string])[] = [
  [/申购费|买入费/, '申购费'],
  [/赎回费|卖出费/, '赎回费'],
  [/管理费/, '管理费'],
  [/托管费/, '托管费'],
  [/服务费/, '销售服务费'],
];
/** Which of them has more is another question. */
const WEIGHS = /哪(个|只|款|边)|更|谁/;

type Figures = Pick<ToolResult, 'products' | 'returns'>;

/** Null: no figure is named, or one alone that all of them have and that stands out better otherwise. */
export function measuresOfEach(
  { products, returns = [] }: Figures,
  words: string,
  today: LocalDate,
): string | null {
  const gain = GAIN.test(words);
  const fall = FALL.test(words);
  const fees = FEES.flatMap(([asked, label]) => (asked.test(words) ? [label] : []));
  const unknown = measuresAsked(words).map(({ name }) => name);
  const isPartOnly = (gain || fall) && products.some(({ performance }) => performance === null);
  const count = [gain, fall].filter(Boolean).length + fees.length + unknown.length;
  if (gain === fall && !gain && fees.length === 0) return null;
  if (!isPartOnly && (count < 2 || WEIGHS.test(words))) return null;
  const lines = products.map((product) => {
    const parts = [
      ...(gain || fall ? [pastOf(product, { gain, fall, words, today, returns })] : []),
      ...fees.map((label) => feeOf(product, label, today)),
    ];
    return `- ${shortName(product)}：${parts.join('；')}`;
  });
  const missing =
    unknown.length > 0 ? `\n\n${unknown.join('、')}我手上的资料里都没有，请看定期报告。` : '';
  const caution = gain || fall ? '\n\n过往业绩不代表未来表现。' : '';
  return `\n\n${lines.join('\n')}${missing}${caution}`;
}

interface Past {
  readonly gain: boolean;
  readonly fall: boolean;
  readonly words: string;
  readonly today: LocalDate;
  readonly returns: NonNullable<ToolResult['returns']>;
}

function pastOf(product: Product, { gain, fall, words, today, returns }: Past): string {
  const stated = product.performance;
  const asked = [gain ? '收益' : '', fall ? '最大回撤' : ''].filter(Boolean).join('和');
  if (!stated) return `没有可展示的过往业绩，${asked}${gain && fall ? '都' : ''}没有数字`;
  const over = pastOver({ product, query: words, today, returns }) ?? stated;
  const parts = [
    gain ? `区间收益 ${signedPercent(over.return)}` : '',
    fall ? `最大回撤 ${percent(stated.maxDrawdown)}` : '',
  ];
  const isOther = fall && over.from !== stated.from;
  const span = isOther ? `（回撤是 ${stated.from} 至 ${stated.to} 的）` : '';
  return `${over.from} 至 ${over.to}，${parts.filter(Boolean).join('，')}${span}`;
}

function feeOf(product: Product, label: string, today: LocalDate): string {
  const line = feeLines(product, today).find((one) => one.label === label);
  return line ? `${label} ${line.value}` : `没有${label}`;
}
