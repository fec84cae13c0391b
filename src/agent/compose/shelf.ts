import type { ToolResult } from '../../conversation/agent.js';
import type { Product } from '../../terms/product.js';
import { effectiveRiskLevel } from '../../terms/product.js';
import { riskLabel } from '../../terms/risk.js';
import type { LocalDate } from '../../terms/time.js';
import { workingDays, yuan } from '../../wording/figures.js';
import type { Wordings } from '../../wording/prompts.js';
import { shelfFilter } from '../tools/shelf-filter.js';
import type { Paragraph } from './paragraph.js';
import { paragraph } from './paragraph.js';
import { masterPassage } from './product.js';

const shortName = ({ aliases, name }: Product): string => aliases[0] ?? name;

/** Two or three products: the one difference that stands out in words, the rest in the card. */
export function comparisonParagraph(
  wordings: Wordings,
  result: ToolResult,
  today: LocalDate,
): Paragraph {
  const wording = wordings.get('comparison');
  const names = result.products.map(shortName).join('和');
  const text = wording.render({ names, difference: differences(result.products) });
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

function differences(products: readonly Product[]): string {
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
  const marks = products.map((_, index) => `[${index + 1}]`).join(' ');
  return `${risk}；${exit}。${marks}`;
}

/** Latin letters keep their distance from Chinese words: 都是 R2, but 都是不评级. */
const ahead = (word: string): string => (/^[A-Za-z0-9]/.test(word) ? ` ${word}` : word);

const gradeOf = (product: Product): string => {
  const level = effectiveRiskLevel(product);
  return level === null ? '不评级' : riskLabel(level);
};

const arrivalOf = ({ settlementDays }: Product): string =>
  settlementDays === null ? '以合同为准' : ` ${workingDays(settlementDays)}`;

/** What is on the shelf in a category, grade beside every name, in the order of the master. */
export function listParagraph(wordings: Wordings, query: string, result: ToolResult): Paragraph {
  const { name: filter } = shelfFilter(query);
  const empty = result.products.length === 0;
  const wording = wordings.get(empty ? 'product_list_empty' : 'product_list');
  const count = result.facts.find(({ unit }) => unit === 'count')?.value ?? 0;
  const more =
    Number(count) > result.products.length
      ? `\n- 共 ${count} 只，这里列出前 ${result.products.length} 只`
      : '';
  const lines = result.products.map(
    (product) => `- ${product.name}（${gradeOf(product)}，${yuan(product.minAmount)}起）`,
  );
  const text = wording.render(
    empty ? { filter: ahead(filter) } : { filter, lines: lines.join('\n') + more },
  );
  return paragraph(text, {
    facts: [...result.facts, { value: result.products.length, unit: 'count', label: '列出' }],
    suggestions: result.products.slice(0, 3).map((product) => ({
      label: shortName(product).slice(0, 8),
      say: `介绍一下${product.name}`,
    })),
    wording: [{ id: wording.id, hash: wording.hash }],
  });
}
