import type { ToolResult } from '../../conversation/agent.js';
import type { JsonObject } from '../../terms/json.js';
import type { Fact } from '../../terms/fact.js';
import type { Product } from '../../terms/product.js';
import { feeLines } from '../../wording/fee-table.js';
import { percent, signedPercent, yuan } from '../../wording/figures.js';
import type { Wordings } from '../../wording/prompts.js';
import { shelfFilter } from '../tools/shelf-filter.js';
import { ahead, gradeOf } from './difference.js';
import type { Paragraph } from './paragraph.js';
import { join, worded } from './paragraph.js';
import { shortName } from '../../terms/product.js';

/** Nothing more, nothing that may be shown in public, or nothing at all. */
function emptyWording(skip: number, filter: string, isWithheld: boolean): string {
  if (skip > 0) return 'product_list_end';
  if (isWithheld) return 'product_list_withheld';
  return /信托|私募/.test(filter) ? 'product_list_private' : 'product_list_empty';
}

/** A sum to begin with stands in every line as it is. */
const figure = ({ label, value, unit }: Fact): string =>
  unit === '%' ? `，${label} ${percent(Number(value) / 100)}` : '';

/** A contracted rate stands in every line. */
const rate = ({ interestRate }: Product): string =>
  interestRate === null ? '' : `，年利率 ${percent(interestRate)}`;

/** 「要带费率和最大回撤」: the columns that were asked for; empty: none. */
function columns(product: Product, query: string): string {
  const { performance, asOf } = product;
  const fees = /费/.test(query)
    ? feeLines(product, asOf)
        .filter(({ label }) => COLUMNS.includes(label))
        .map(({ label, value }) => `${label} ${value}`)
    : [];
  const none = '没有可展示的过往业绩';
  const past = performance
    ? [
        /收益|业绩/.test(query) ? `区间收益 ${signedPercent(performance.return)}` : '',
        /回撤/.test(query) ? `最大回撤 ${percent(performance.maxDrawdown)}` : '',
      ].filter((one) => one !== '')
    : [];
  const dated =
    performance && past.length > 0
      ? [`${performance.from} 至 ${performance.to} ${past.join('，')}`]
      : [];
  const shown = ASKS_FOR_PAST.test(query) && !performance ? [none] : dated;
  const all = [...fees, ...shown];
  return all.length === 0 ? '' : `：${all.join('；')}`;
}

const COLUMNS = ['申购费', '管理费', '托管费', '销售服务费'];

interface Listed {
  readonly query: string;
  readonly skip: number;
  /** How many of the list have been shown with this part of it. */
  readonly last: number;
  readonly count: number;
}

/** What is on the shelf in a category, grade beside every name, in the order of the master. */
export function listParagraph(wordings: Wordings, args: JsonObject, result: ToolResult): Paragraph {
  const { products, facts, gate } = result;
  const skip = Number(args['skip'] ?? 0);
  const count = Number(facts.find(({ unit }) => unit === 'count')?.value ?? 0);
  const listed = { query: String(args['query'] ?? ''), skip, last: skip + products.length, count };
  const { id, values } = products.length === 0 ? noneOf(listed, result) : linesOf(listed, products);
  const isUnassessed =
    products.length > 0 && gate?.judged.some(({ verdict: { row } }) => row === 7);
  const list = worded(wordings, id, values, 0, {
    facts: [
      ...facts,
      { value: skip + 1, unit: 'count', label: '列出的第一只' },
      { value: listed.last, unit: 'count', label: '列出的最后一只' },
    ],
    suggestions: [
      ...(count > listed.last ? [{ label: '看后面的', say: '还有哪些' }] : []),
      ...products.slice(0, 3).map((product) => ({
        label: shortName(product).slice(0, 8),
        say: `介绍一下${product.name}`,
      })),
    ],
  });
  return isUnassessed ? join([list, worded(wordings, 'product_list_unassessed', {})]) : list;
}

interface Wording {
  readonly id: string;
  readonly values: Readonly<Record<string, string>>;
}

function noneOf({ query, skip }: Listed, { gate }: ToolResult): Wording {
  const { name } = shelfFilter(query);
  // Every product of this kind was judged, and none may be brought up to this customer.
  const isWithheld = (gate?.judged.length ?? 0) > 0;
  return { id: emptyWording(skip, name, isWithheld), values: { filter: ahead(name) } };
}

function linesOf({ query, skip, last, count }: Listed, products: readonly Product[]): Wording {
  const { name: filter, least, wider, matches } = shelfFilter(query);
  const isPart = skip > 0 || count > last;
  const part = isPart ? `\n- 共 ${count} 只，这里是第 ${skip + 1} 到第 ${last} 只` : '';
  const caution = ASKS_FOR_PAST.test(query) ? '\n\n过往业绩不代表未来表现。' : '';
  const each = products.map(
    (product) =>
      `- ${product.name}（${gradeOf(product)}，${yuan(product.minAmount)}起${rate(product)}${least ? figure(least(product)) : ''}）${columns(product, query)}`,
  );
  const lines = `${each.join('\n')}${part}${caution}`;
  return wider !== null && !products.some(matches)
    ? { id: 'product_list_instead', values: { filter: ahead(filter), lines, wider: wider.name } }
    : { id: 'product_list', values: { filter, lines } };
}

const ASKS_FOR_PAST = /回撤|收益|业绩/;
