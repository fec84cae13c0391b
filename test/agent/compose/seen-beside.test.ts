import { describe, expect, it } from '@jest/globals';
import type { RebalancePlan } from '../../../src/advice/allocation/rebalance/rebalance.js';
import { seenBeside } from '../../../src/agent/compose/seen-beside.js';
import type { Settled, ToolResult } from '../../../src/conversation/agent.js';
import { emptyResult } from '../../../src/conversation/agent.js';
import { riskReturn } from '../../channels/cards/pasts.js';
import { samplePlan } from '../../terms/sample-plan.js';

const settled = (result: Partial<ToolResult>): readonly Settled[] => [
  { step: { say: 'out_of_scope' }, result: { ...emptyResult, ...result } },
];
const drafted = settled({
  proposal: { kind: 'drafted', plan: samplePlan({ past: riskReturn }) },
});
const rebalance: RebalancePlan = {
  drifts: [
    { bucket: 'cash', weight: 0.03, target: 0.02, half: 0.05, isOutside: false },
    { bucket: 'equity', weight: 0.5, target: 0.3, half: 0.05, isOutside: true },
    { bucket: 'gold', weight: 0, target: 0, half: 0.05, isOutside: false },
  ],
  isNeeded: true,
  trades: [],
  cost: 0,
  idle: 0,
  unfunded: 0,
  stillOutside: [],
  cheaperLater: [],
};

describe('what is seen beside the words', () => {
  it.each(['这个方案风险大不大', '最坏会亏多少', '能不能再稳一点', '波动有多大'])(
    'sets the plan among the classes for who asks %s',
    (words) => {
      expect(seenBeside(drafted, words)).toEqual([
        { kind: 'risk_return', of: '您的方案', past: riskReturn },
      ]);
    },
  );

  it('leaves it out for who asks something else, and where there is no past to show', () => {
    expect(seenBeside(drafted, '给我个方案')).toEqual([]);
    const early = settled({ proposal: { kind: 'drafted', plan: samplePlan() } });
    expect(seenBeside(early, '风险大不大')).toEqual([]);
  });

  it('sets what is held beside the mix of the class, with the range that is left alone', () => {
    expect(seenBeside(settled({ rebalance }), '要不要调一调')).toEqual([
      {
        kind: 'against_target',
        classes: [
          { label: '现金类', now: 0.03, target: 0.02, low: 0, high: 0.07 },
          { label: '股票类', now: 0.5, target: 0.3, low: 0.25, high: 0.35 },
        ],
      },
    ]);
  });

  it('is nothing where nothing was found', () => {
    expect(seenBeside([{ step: { say: 'out_of_scope' }, result: null }], '风险')).toEqual([]);
  });
});
