import type { RebalancePlan } from '../../advice/allocation/rebalance/rebalance.js';
import type { BroadClass } from '../../advice/matching/exposure.js';
import type { Settled } from '../../conversation/agent.js';
import type { AgainstTarget } from '../../terms/portfolio.js';
import type { Card } from '../../terms/statement.js';
import { BROAD_WORDS } from './proposal.js';

/** What is easier seen than read, whichever words tell it: cards that follow from what tools found. */

const ASKS_RISK = /风险|亏|跌|波动|回撤|冒险|保守|激进|稳/;

export const seenBeside = (settled: readonly Settled[], words: string): readonly Card[] =>
  settled.flatMap(({ result }): readonly Card[] => [
    ...(result?.rebalance ? [againstTarget(result.rebalance)] : []),
    ...(ASKS_RISK.test(words) ? riskReturn(result) : []),
  ]);

function riskReturn(result: Settled['result']): readonly Card[] {
  const plan = result?.proposal?.kind === 'drafted' ? result.proposal.plan : null;
  return plan?.past ? [{ kind: 'risk_return', of: '您的方案', past: plan.past }] : [];
}

/** A class that is neither held nor aimed at is left out. */
const againstTarget = ({ drifts }: RebalancePlan): Card => ({
  kind: 'against_target',
  classes: drifts
    .filter(({ weight, target }) => weight > 0 || target > 0)
    .map(({ bucket, weight, target, half }): AgainstTarget => ({
      label: BROAD_WORDS[bucket as BroadClass] ?? bucket,
      now: weight,
      target,
      low: Math.max(0, target - half),
      high: Math.min(1, target + half),
    })),
});
