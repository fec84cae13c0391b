import { isAllowed } from '../../advice/suitability/verdict.js';
import type { Finding } from '../../terms/finding.js';
import { isNegated } from '../polarity.js';
import { isReported } from '../reporting.js';
import { findingAt } from '../rule.js';
import type { Rule } from '../rule.js';
import type { GuardContext } from '../utterance.js';
import { clauseAt } from '../utterance.js';

const RECOMMENDS =
  /推荐(?:您|你|给您)|(?:很|挺|最|非常|正|比较)?(?:适合|匹配)(?:您|你)|建议(?:您|你)?[^。;!?]{0,6}(?:买|配|投|申购|入手|加仓|持有)|(?:您|你)(?:可以|不妨|就|直接)[^。;!?]{0,4}(?:买|配置|申购|入手|试试)(?!卖)|(?:买|配)(?:一)?点(?:这|它)|值得(?:买|拥有|配置)|recommend(?:ed)? (?:it|this|you)|suits you/g;

/** 适当性 (SUITABILITY): a product above the customer's tolerance, or a customer never assessed, is not recommended. */
export const suitability: Rule = {
  id: 'SUITABILITY',
  title: '向客户推荐超出其承受能力的产品',
  basis: { instrument: '金融机构产品适当性管理办法', article: '第十三条', tag: 'T2' },
  inspect(utterance): readonly Finding[] {
    if (!isUnsuitable(utterance.context)) return [];
    const { folded } = utterance;
    return [...folded.text.matchAll(RECOMMENDS)].flatMap((match) => {
      const range = { start: match.index, end: match.index + match[0].length };
      const clause = clauseAt(utterance, range.start);
      if (isNegated(utterance, clause, range.start)) return [];
      if (isReported(utterance, clause, range.start, range.end)) return [];
      return [findingAt(suitability, 'hard', folded, range)];
    });
  },
};

function isUnsuitable({ product, customer, speaker, suitability: verdict }: GuardContext): boolean {
  if (speaker === 'customer') return false;
  if (verdict) return !isAllowed(verdict);
  if (!customer || !product || product.riskLevel === null) return false;
  if (customer.lowestCategory && product.riskLevel > 1) return true;
  return !customer.tolerance || product.riskLevel > customer.tolerance;
}
