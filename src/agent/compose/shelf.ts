import type { ToolResult } from '../../conversation/agent.js';
import type { JsonObject } from '../../terms/json.js';
import type { Fact } from '../../terms/fact.js';
import { percent, yuan } from '../../wording/figures.js';
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

/** What is on the shelf in a category, grade beside every name, in the order of the master. */
export function listParagraph(wordings: Wordings, args: JsonObject, result: ToolResult): Paragraph {
  const { name: filter, least } = shelfFilter(String(args['query'] ?? ''));
  const skip = Number(args['skip'] ?? 0);
  const empty = result.products.length === 0;
  // Every product of this kind was judged, and none may be brought up to this customer.
  const isWithheld = (result.gate?.judged.length ?? 0) > 0;
  const id = empty ? emptyWording(skip, filter, isWithheld) : 'product_list';
  const count = result.facts.find(({ unit }) => unit === 'count')?.value ?? 0;
  const last = skip + result.products.length;
  const isPart = skip > 0 || Number(count) > last;
  const part = isPart ? `\n- 共 ${count} 只，这里是第 ${skip + 1} 到第 ${last} 只` : '';
  const lines = result.products.map(
    (product) =>
      `- ${product.name}（${gradeOf(product)}，${yuan(product.minAmount)}起${least ? figure(least(product)) : ''}）`,
  );
  const isUnassessed = !empty && result.gate?.judged.some(({ verdict: { row } }) => row === 7);
  const values = empty ? { filter: ahead(filter) } : { filter, lines: lines.join('\n') + part };
  const list = worded(wordings, id, values, 0, {
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
  });
  return isUnassessed ? join([list, worded(wordings, 'product_list_unassessed', {})]) : list;
}
