import type { Product } from '../../terms/product.js';
import { effectiveRiskLevel } from '../../terms/product.js';

/**
 * 适当性 in words: the grade to be held against the buyer's own questionnaire, and what follows where it
 * is not enough. It says of nobody that a product suits them: that is for the questionnaire and a person.
 * `words`: the customer's, who may have told their grade. Gives the wording and its lines.
 */
export function suitabilityLine(product: Product, words: string): readonly [string, string] {
  const level = effectiveRiskLevel(product);
  if (level === null) {
    return ['product_suitability', UNGRADED[product.regime] ?? '不评 R1 至 R5。'];
  }
  const needed = level === 5 ? '只有 C5 对得上' : `要 C${level} 及以上才对得上`;
  const beyond = BEYOND[product.regime] ?? '';
  return [wordingFor(level, words), `是 R${level}，等级上${needed}。${beyond}${DECIDED}`];
}

const OWN_GRADE = /(?<![a-z0-9])c\s*([1-5])/i;

function wordingFor(level: number, words: string): string {
  const own = OWN_GRADE.exec(words)?.[1];
  if (own === undefined) return 'product_suitability';
  return Number(own) >= level ? 'product_suitability_enough' : 'product_suitability_short';
}

const DECIDED =
  '\n\n请本人做一次风险测评，再看这笔钱多久要用、能承受多少亏损，最后由本人和持证顾问一起定。';

/** What follows where the grade is above the buyer's, as the handbook has it (`faq/unsuitable-*.md`). */
const BEYOND: Readonly<Partial<Record<Product['regime'], string>>> = {
  CSRC_FUND: '等级不够的，我们不会介绍；本人坚持要买，也要由顾问当面谈。',
  NFRA_INVEST: '等级不够的，签字也不能买。',
  NFRA_INSURANCE: '等级不够的，我们不能推荐。',
};

const UNGRADED: Readonly<Partial<Record<Product['regime'], string>>> = {
  NFRA_INSURANCE:
    '不评 R1 至 R5，要看保障需要、投保年龄、健康告知和长期交费的能力，能不能保由保险公司审核。想按情况细谈，请顾问和本人一起看。',
  DEPOSIT: '不评 R1 至 R5，不用按风险等级匹配，主要看这笔钱在期限里用不用得上。',
  GOV_BOND: '不评 R1 至 R5，不用按风险等级匹配，主要看这笔钱在期限里用不用得上。',
};
