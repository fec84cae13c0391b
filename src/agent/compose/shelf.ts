import type { ToolResult } from '../../conversation/agent.js';
import type { ProductAspect } from '../../terms/command.js';
import type { JsonObject } from '../../terms/json.js';
import type { Product } from '../../terms/product.js';
import { effectiveRiskLevel } from '../../terms/product.js';
import { riskLabel } from '../../terms/risk.js';
import type { LocalDate } from '../../terms/time.js';
import { tradingFeeLines } from '../../wording/fee-table.js';
import { holding, percent, workingDays, yuan } from '../../wording/figures.js';
import type { Wordings } from '../../wording/prompts.js';
import { shelfFilter } from '../tools/shelf-filter.js';
import type { Paragraph } from './paragraph.js';
import { paragraph } from './paragraph.js';
import { masterPassage } from './product.js';

const shortName = ({ aliases, name }: Product): string => aliases[0] ?? name;

/** Two or three products: the one difference that stands out in words, the rest in the card. */
export function comparisonParagraph(
  wordings: Wordings,
  aspects: readonly ProductAspect[],
  result: ToolResult,
  today: LocalDate,
): Paragraph {
  const wording = wordings.get('comparison');
  const names = result.products.map(shortName).join('和');
  const text = wording.render({ names, difference: differences(result.products, aspects, today) });
  return paragraph(text, {
    passages: result.products.map((product) => masterPassage(product, today)),
    facts: result.facts,
    cards: [{ kind: 'comparison', products: result.products }],
    suggestions: result.products.map((product) => ({
      label: `看${shortName(product)}`.slice(0, 8),
      say: `介绍一下${product.name}`,
    })),
    wording: [{ id: wording.id, hash: wording.hash }],
  });
}

function differences(
  products: readonly Product[],
  aspects: readonly ProductAspect[],
  today: LocalDate,
): string {
  const marks = products.map((_, index) => `[${index + 1}]`).join(' ');
  if (aspects.includes('fees')) return `${feeDifference(products, today)}${marks}`;
  if (products.every(({ interestRate }) => interestRate !== null)) {
    return `${rateDifference(products)}${marks}`;
  }
  if (aspects.includes('term')) return `${termDifference(products)}${marks}`;
  const grades = products.map((product) => `${shortName(product)} ${gradeOf(product)}`);
  const sameGrade = new Set(products.map(gradeOf)).size === 1;
  const risk = sameGrade
    ? `风险等级都是${ahead(gradeOf(products[0] as Product))}`
    : `风险等级不同，${grades.join('，')}`;
  const arrivals = products.map((product) => arrivalOf(product));
  const sameArrival = new Set(arrivals).size === 1;
  const exit = sameArrival
    ? `赎回到账都是${arrivals[0]}`
    : `赎回到账${products.map((product, i) => `${shortName(product)}${arrivals[i]}`).join('、')}`;
  return `${risk}；${exit}。${marks}`;
}

/** Deposits and savings bonds have no grade: their rate and their minimum tell them apart. */
function rateDifference(products: readonly Product[]): string {
  const each = products.map(
    (product) =>
      `${shortName(product)}年利率 ${percent(product.interestRate ?? 0)}、${yuan(product.minAmount)}起`,
  );
  return `${each.join('；')}。提前取出来，利息都会少，以合同和公告为准。`;
}

const termDifference = (products: readonly Product[]): string =>
  `${products.map((product) => `${shortName(product)}${termOf(product)}`).join('；')}。`;

function termOf({ lockDays, termYears }: Product): string {
  if (lockDays > 0) return `至少持有 ${holding(lockDays)}`;
  return termYears === null ? '没有固定期限' : `期限 ${termYears} 年`;
}

/** What is paid once and what is paid by the day, one product a line. */
function feeDifference(products: readonly Product[], today: LocalDate): string {
  const lines = products.map((product) => {
    const fees = tradingFeeLines(product, today).map(({ label, value }) => `${label} ${value}`);
    return `- ${shortName(product)}：${fees.join('，') || '没有单列的买卖费用'}`;
  });
  const byDay = products.some((product) =>
    product.fees.some(({ kind, rate }) => kind === 'sales_service' && rate !== 0),
  );
  const rule = byDay ? '申购费只收一次，销售服务费按日计提，放得越久收得越多。' : '';
  return `费用这样收：\n\n${lines.join('\n')}\n\n${rule}`;
}

/** Latin letters keep their distance from Chinese words: 都是 R2, but 都是不评级. */
const ahead = (word: string): string => (/^[A-Za-z0-9]/.test(word) ? ` ${word}` : word);

const gradeOf = (product: Product): string => {
  const level = effectiveRiskLevel(product);
  return level === null ? '不评级' : riskLabel(level);
};

const arrivalOf = ({ settlementDays }: Product): string =>
  settlementDays === null ? '以合同为准' : ` ${workingDays(settlementDays)}`;

/** Nothing more, nothing that may be shown in public, or nothing at all. */
function emptyWording(skip: number, filter: string): string {
  if (skip > 0) return 'product_list_end';
  return /信托|私募/.test(filter) ? 'product_list_private' : 'product_list_empty';
}

/** What is on the shelf in a category, grade beside every name, in the order of the master. */
export function listParagraph(wordings: Wordings, args: JsonObject, result: ToolResult): Paragraph {
  const { name: filter } = shelfFilter(String(args['query'] ?? ''));
  const skip = Number(args['skip'] ?? 0);
  const empty = result.products.length === 0;
  const wording = wordings.get(empty ? emptyWording(skip, filter) : 'product_list');
  const count = result.facts.find(({ unit }) => unit === 'count')?.value ?? 0;
  const last = skip + result.products.length;
  const isPart = skip > 0 || Number(count) > last;
  const part = isPart ? `\n- 共 ${count} 只，这里是第 ${skip + 1} 到第 ${last} 只` : '';
  const lines = result.products.map(
    (product) => `- ${product.name}（${gradeOf(product)}，${yuan(product.minAmount)}起）`,
  );
  const text = wording.render(
    empty ? { filter: ahead(filter) } : { filter, lines: lines.join('\n') + part },
  );
  return paragraph(text, {
    facts: [
      ...result.facts,
      { value: skip + 1, unit: 'count', label: '列出的第一只' },
      { value: last, unit: 'count', label: '列出的最后一只' },
    ],
    suggestions: [
      ...(Number(count) > last ? [{ label: '看后面的', say: '还有哪些' }] : []),
      ...result.products.slice(0, 3).map((product) => ({
        label: shortName(product).slice(0, 8),
        say: `介绍一下${product.name}`,
      })),
    ],
    wording: [{ id: wording.id, hash: wording.hash }],
  });
}
