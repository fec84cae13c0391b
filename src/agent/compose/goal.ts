import { CALMER_CLASS } from '../../advice/matching/plan-facts.js';
import { WITHIN_REACH } from '../../advice/matching/projection.js';
import type { Fact } from '../../terms/fact.js';
import type { Levers, Outlook } from '../../terms/plan.js';
import { aboutLikely, exactYuan, likelyBetween, yuan } from '../../wording/figures.js';
import type { Paragraph } from './paragraph.js';
import type { Say } from './proposal.js';

/** Of a hundred simulations; more than 99 and fewer than 1 are not told as all or none. */
export const OF = 100;
export const timesOf = (ratio: number): number =>
  Math.min(OF - 1, Math.max(1, Math.round(ratio * OF)));

export function timesInWords(ratio: number): string {
  if (ratio * OF < 1) return '不到 1 次';
  return ratio * OF > OF - 1 ? `有 ${OF - 1} 次以上` : `大约有 ${timesOf(ratio)} 次`;
}

/** 攒够的可能性 in words, and what brings it within reach where it is not. */
export function outlookParagraphs(
  say: Say,
  outlook: Outlook,
  levers: Levers | null,
  facts: readonly Fact[],
  within: number = WITHIN_REACH,
): readonly Paragraph[] {
  const lower = facts.find(({ label }) => label.startsWith('市场比假设差一些'))?.value ?? 0;
  const [times, ifLower] = [timesOf(outlook.probability), timesOf(Number(lower) / OF)];
  const told = say(
    'proposal_probability',
    {
      target: yuan(outlook.target),
      often: timesInWords(outlook.probability),
      of: String(OF),
      lower: timesInWords(Number(lower) / OF),
      share: aboutLikely(outlook.probability),
      between: likelyBetween(outlook.low, outlook.high),
    },
    { facts: [...[OF, times, ifLower].map((value) => counted(value)), ...LIKELIHOOD_ENDS] },
  );
  if (levers) return [told, leverParagraph(say, levers)];
  const calmer = facts.find(({ label }) => label === CALMER_CLASS);
  return calmer ? [told, calmerParagraph(say, calmer, within)] : [told];
}

function calmerParagraph(say: Say, calmer: Fact, within: number): Paragraph {
  const often = Math.round(within * OF);
  const values = { often: String(often), of: String(OF), class: `C${calmer.value}` };
  return say('proposal_calmer', values, { facts: [calmer, counted(often), counted(OF)] });
}

/** What nothing is told to be below or above. */
const LIKELIHOOD_ENDS: readonly Fact[] = [0.1, 99.9].map((value) => ({
  value,
  unit: '%',
  label: '模拟说得出的比例的两头',
}));

export const counted = (value: number): Fact => ({ value, unit: 'count', label: '模拟的次数' });

/** Months; nobody waits longer for a goal. */
export const LONGEST = 360;

function leverParagraph(say: Say, { probability, monthlySaving, months }: Levers): Paragraph {
  const values = {
    often: String(Math.round(probability * OF)),
    of: String(OF),
    saving: exactYuan(monthlySaving),
  };
  const facts = [counted(Math.round(probability * OF)), counted(OF)];
  if (months === null || months > LONGEST) return say('proposal_levers_saving', values, { facts });
  return say(
    'proposal_levers',
    { ...values, months: spanWords(months) },
    { facts: [...facts, ...spanFacts(months)] },
  );
}

export const spanFacts = (months: number): readonly Fact[] => [
  { value: Math.floor(months / 12), unit: 'year', label: '总共要的年数' },
  { value: months % 12, unit: 'month', label: '不满一年的月数' },
];

export function spanWords(months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  if (years === 0) return `${rest} 个月`;
  return rest === 0 ? `${years} 年` : `${years} 年零 ${rest} 个月`;
}
