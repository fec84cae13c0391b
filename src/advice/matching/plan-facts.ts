import type { Fact } from '../../terms/fact.js';
import type { Levers } from '../../terms/plan.js';
import { goalFacts } from '../allocation/goals/goal-facts.js';
import type { PlanTask } from './draft-plan.js';
import { BROAD_CLASSES } from './exposure.js';
import { INSURED_PER_BANK } from './principal.js';
import { broadPart } from './program.js';
import type { Projection } from './projection.js';
import { reasonsFor, yuanOf } from './reasons.js';
import type { Match } from './task.js';
import { FEN } from './task.js';

/** A part as it is told: percent with at most one decimal. */
export const tenths = (ratio: number): number => Math.round(ratio * 1000) / 10;

/** The fact from which a reply says that a calmer mix would do. */
export const CALMER_CLASS = '模拟中也够用的更稳的等级';

/** 方案的数字: every figure of products, loss and goal that a reply may state. */
export function planFacts(
  { need, riskClass }: PlanTask,
  match: Match,
  projection: Projection | null,
): readonly Fact[] {
  return [
    { value: need.amount, unit: 'yuan', label: '方案的金额' },
    ...(need.maxLoss === null
      ? []
      : [{ value: tenths(need.maxLoss), unit: '%', label: '您能接受的亏损' } as const]),
    ...(need.months === null ? [] : monthFacts(need.months, '多久要用')),
    ...BROAD_CLASSES.map((broad): Fact => ({
      value: tenths(broadPart(match.exposure, broad)),
      unit: '%',
      label: `方案里的比例（${broad}）`,
    })),
    ...match.placed.flatMap((one): Fact[] => {
      const { name } = one.candidate.product;
      return [
        { value: tenths(yuanOf(one) / need.amount), unit: '%', label: `${name}的比例` },
        { value: yuanOf(one), unit: 'yuan', label: `${name}的金额` },
        ...reasonsFor(one, riskClass, need).facts,
      ];
    }),
    { value: tenths(match.statedLoss), unit: '%', label: '按风险等级折算的最大可能亏损' },
    {
      value: Math.round(match.statedLoss * need.amount),
      unit: 'yuan',
      label: '按风险等级折算的最大可能亏损金额',
    },
    { value: match.placed.length, unit: 'count', label: '方案里的产品' },
    { value: match.idle / FEN, unit: 'yuan', label: '没有安排的金额' },
    { value: INSURED_PER_BANK, unit: 'yuan', label: '存款保险在同一家银行的限额' },
    ...(projection ? goalFacts(projection.goal) : []),
    ...(projection?.levers ? leverFacts(projection.levers) : []),
    ...(projection?.calmerClass
      ? [{ value: projection.calmerClass, unit: 'count', label: CALMER_CLASS } as const]
      : []),
  ];
}

const leverFacts = ({ probability, monthlySaving, months }: Levers): readonly Fact[] => [
  { value: tenths(probability), unit: '%', label: '希望模拟中达到目标的比例' },
  { value: monthlySaving, unit: 'yuan', label: '每月要存的金额' },
  ...(months === null ? [] : monthFacts(months, '总共要的时间')),
];

const monthFacts = (months: number, label: string): readonly Fact[] => [
  { value: months, unit: 'month', label },
  { value: months / 12, unit: 'year', label },
];
