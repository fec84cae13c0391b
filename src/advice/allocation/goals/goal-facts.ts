import type { Fact } from '../../../terms/fact.js';
import type { GoalOutlook } from './goal-outlook.js';

const percent = (ratio: number): number => Math.round(ratio * 1000) / 10;
/** To the hundred yuan: a simulation does not know the last digits. */
const roundly = (yuan: number): number => Math.round(yuan / 100) * 100;

/**
 * 测算的说明: what a reply may state of a reckoning. A probability is one of reaching the customer's own
 * sum in a simulation on the house's assumptions, never one of gain.
 */
export const goalFacts = (outlook: GoalOutlook): readonly Fact[] => [
  { value: percent(outlook.probability.value), unit: '%', label: '模拟中能达到目标金额的比例' },
  { value: percent(outlook.probability.low), unit: '%', label: '这个比例的模拟误差下限' },
  { value: percent(outlook.probability.high), unit: '%', label: '这个比例的模拟误差上限' },
  {
    value: percent(outlook.ifReturnsAreLower.value),
    unit: '%',
    label: '市场比假设差一些时，模拟中能达到目标金额的比例',
  },
  { value: roundly(outlook.target), unit: 'yuan', label: '到时候需要的金额' },
  { value: roundly(outlook.paidIn), unit: 'yuan', label: '到时候累计投入的本金' },
  { value: roundly(outlook.final[50]), unit: 'yuan', label: '模拟中居中的结果（不是承诺）' },
  {
    value: roundly(outlook.final[15]),
    unit: 'yuan',
    label: '模拟中偏差的结果（每七次约有一次更差）',
  },
  ...(outlook.shortfall > 0
    ? [
        {
          value: roundly(outlook.shortfall),
          unit: 'yuan',
          label: '没达到时平均还差多少',
        } satisfies Fact,
      ]
    : []),
];
