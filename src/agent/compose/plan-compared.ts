import { BROAD_CLASSES } from '../../advice/matching/exposure.js';
import { tenths } from '../../advice/matching/plan-facts.js';
import { factsOfSlots, slotLabel, slotText } from '../../conversation/flows/slot-words.js';
import type { Proposal } from '../../conversation/proposal/record.js';
import type { SlotValues } from '../../terms/command.js';
import type { Fact } from '../../terms/fact.js';
import type { Plan, PlannedNeed } from '../../terms/plan.js';
import { exactYuan, likelihood, yuan } from '../../wording/figures.js';
import type { Paragraph } from './paragraph.js';
import type { Say } from './proposal.js';
import { BROAD_WORDS, mixWords, shareOf } from './proposal.js';
import { dayOf } from './reviewed-plan.js';

/** 跟之前那份比: what a plan changed of the one whose place it took, line by line; never which is better. */
export function comparedParagraph(say: Say, plan: Plan, replaced: Proposal | null): Paragraph {
  if (!replaced) {
    return say('plan_no_earlier', { now: mixWords(plan), loss: lossWords(plan) });
  }
  const before = replaced.state.plan;
  const day = dayOf(replaced.row.drafted_at, '起草的日子');
  const changes = changesOf(before, plan).map(
    ({ label, was, now }) => `- ${label}：原来${lead(was)}，现在${lead(now)}`,
  );
  const lines = [...changes, ...productLines(before, plan)];
  const facts: readonly Fact[] = [
    day.fact,
    ...before.facts,
    ...[before, plan].flatMap((one) => [
      ...factsOfSlots(slotsOf(one.need)),
      ...BROAD_CLASSES.map((broad): Fact => shareFact(shareOf(one, broad))),
    ]),
  ];
  if (lines.length === 0) return say('plan_same_as_earlier', { day: day.text }, { facts });
  return say('plan_compared', { day: day.text, lines: lines.join('\n') }, { facts });
}

const shareFact = (value: number): Fact => ({ value, unit: '%', label: '方案里的比例' });

interface Change {
  readonly label: string;
  readonly was: string;
  readonly now: string;
}

/** Figures keep their distance from words before them. */
const lead = (words: string): string => (/^[\dC]/.test(words) ? ` ${words}` : words);

function changesOf(before: Plan, now: Plan): readonly Change[] {
  const [was, told] = [linesOf(before), linesOf(now)];
  return was.flatMap(({ label, words }, at): Change[] => {
    const then = told[at]!.words;
    return words === then ? [] : [{ label, was: words, now: then }];
  });
}

/** What two plans are held against each other by, in the same order for each. */
const linesOf = (plan: Plan): readonly { readonly label: string; readonly words: string }[] => [
  ...needLines(plan.need),
  { label: '按哪个等级排', words: `C${plan.riskClass}` },
  ...BROAD_CLASSES.map((broad) => ({
    label: BROAD_WORDS[broad],
    words: `${shareOf(plan, broad)}%`,
  })),
  { label: '碰上很不好的行情，整体大约亏', words: lossWords(plan) },
  { label: '攒够目标的可能性', words: reachWords(plan) },
];

const needLines = (need: PlannedNeed) =>
  Object.entries(slotsOf(need)).map(([slot, value]) => ({
    label: slotLabel('need', slot),
    words: slotText('need', slot, value),
  }));

/** As the customer told it; what was not told is null. */
const slotsOf = (need: PlannedNeed): SlotValues => {
  const sum = (value: number | null) => value && { from: value, to: value };
  return {
    amount: sum(need.amount),
    saving: need.monthlySaving && { ...sum(need.monthlySaving)!, every: 'month' },
    target: sum(need.target),
    horizon: sum(need.months),
    liquidity: need.liquidity,
    loss_limit: need.maxLoss === null ? null : { percent: tenths(need.maxLoss) },
  };
};

const lossWords = ({ risk: { statedLoss }, need: { amount } }: Plan): string =>
  `${tenths(statedLoss)}%（${exactYuan(Math.round(statedLoss * amount))}）`;

const reachWords = ({ outlook }: Plan): string =>
  outlook === null ? '没有算' : `模拟里 ${likelihood(outlook.probability)}`;

/** What came in and what went, by name; of what stays, whose sum is another. */
function productLines(before: Plan, now: Plan): readonly string[] {
  const known = new Map(before.products.map(({ code, amount }) => [code, amount]));
  const kept = new Set(now.products.map(({ code }) => code));
  const came = now.products.filter(({ code }) => !known.has(code));
  const went = before.products.filter(({ code }) => !kept.has(code));
  const moved = now.products.filter(({ code, amount }) => (known.get(code) ?? amount) !== amount);
  return [
    ...moved.map(
      ({ code, name, amount }) => `- ${name}：原来 ${yuan(known.get(code)!)}，现在 ${yuan(amount)}`,
    ),
    ...named('新放进来的', came),
    ...named('不再放的', went),
  ];
}

const named = (label: string, products: Plan['products']): readonly string[] =>
  products.length === 0 ? [] : [`- ${label}：${products.map(({ name }) => name).join('、')}`];
