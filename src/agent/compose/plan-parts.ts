import { productCap } from '../../advice/matching/house-limits.js';
import { mayLoseNothing } from '../../advice/matching/principal.js';
import { tenths } from '../../advice/matching/plan-facts.js';
import type { Fact } from '../../terms/fact.js';
import type { Plan, PlannedProduct } from '../../terms/plan.js';
import { riskLabel } from '../../terms/risk.js';
import { exactYuan, spaced } from '../../wording/figures.js';
import type { Paragraph } from './paragraph.js';
import type { Say } from './proposal.js';

/** 方案里的一块: why one product has its part, and why classes of assets are other figures than products. */

export function productShareParagraph(say: Say, plan: Plan, words: string): Paragraph {
  const asked = productNamed(plan, words);
  if (!asked) return say('proposal_no_products');
  const { name, riskLevel, weight, amount, reasons } = asked;
  const cap = Math.round(capOf(plan, asked) * 100);
  const kind = riskLevel === null ? '存款和储蓄国债' : `${riskLabel(riskLevel)} 的产品`;
  const values = {
    name: spaced(name).trim(),
    share: `${tenths(weight)}%`,
    sum: exactYuan(amount),
    reasons: reasons.join('；'),
    bound: `按我们的规则，${kind}单只最多放到 ${cap}%，这份没有超过。`,
  };
  const facts: readonly Fact[] = [{ value: cap, unit: '%', label: `${kind}单只上限` }];
  return say(riskLevel === null ? 'plan_product_deposit' : 'plan_product', values, { facts });
}

const capOf = ({ need }: Plan, { riskLevel }: PlannedProduct): number =>
  mayLoseNothing(need) && riskLevel === null ? 1 : productCap(riskLevel);

/** Characters that a name and the words have to share in a row. */
const SHARED = 2;

/** The product whose name the words share most of; none: the largest, which 「太集中」 is said of. */
function productNamed({ products }: Plan, words: string): PlannedProduct | undefined {
  const said = words.replace(/\s/g, '');
  const at = '一二三四五六'.indexOf(/第([一二三四五六])(只|个|款)/.exec(said)?.[1] ?? '-');
  if (at >= 0 && products[at]) return products[at];
  const scored = products.map((product) => ({ product, shared: sharedWith(product.name, said) }));
  const named = scored.filter(({ shared }) => shared >= SHARED);
  const by =
    named.length > 0 ? named : scored.map((one) => ({ ...one, shared: one.product.weight }));
  return [...by].sort((a, b) => b.shared - a.shared)[0]?.product;
}

/** How much of a name is found in the words: the sum of what runs of it they hold. */
function sharedWith(name: string, said: string): number {
  const own = name.replace(/[\s·（）()]/g, '');
  let sum = 0;
  for (let at = 0; at < own.length;) {
    let size = 0;
    while (at + size < own.length && said.includes(own.slice(at, at + size + 1))) size++;
    if (size >= SHARED) sum += size;
    at += Math.max(1, size);
  }
  return sum;
}

export function classesParagraph(say: Say, { mix, products }: Plan): Paragraph {
  const held = mix.filter(({ weight }) => weight > 0);
  const classes = held.map(({ label, weight }) => `${label} ${tenths(weight)}%`).join('、');
  const listed = products.map(({ name, weight }) => `${spaced(name).trim()} ${tenths(weight)}%`);
  const lines = [`- 图上：${classes}`, `- 清单上：${listed.join('、')}`].join('\n');
  const facts = held.map(({ label, weight }): Fact => ({
    value: tenths(weight),
    unit: '%',
    label: `拆开后的${label}`,
  }));
  return say('plan_classes', { lines }, { facts });
}
