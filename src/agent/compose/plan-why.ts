import type { BroadClass } from '../../advice/matching/exposure.js';
import { tenths } from '../../advice/matching/plan-facts.js';
import type { Fact } from '../../terms/fact.js';
import type { Plan } from '../../terms/plan.js';
import type { Paragraph } from './paragraph.js';
import { join } from './paragraph.js';
import type { Say } from './proposal.js';
import { shareOf } from './proposal.js';

/** 方案的由来: what holds a plan within bounds, and why a class of assets has the part it has. */

/** What holds the plan within bounds, in the customer's own words. */
export const limitsOf = ({ riskClass, need: { maxLoss } }: Plan): string =>
  maxLoss === null
    ? `您的 C${riskClass} 等级`
    : `您的 C${riskClass} 等级和您说的${maxLoss === 0 ? '不能接受亏损' : `最多亏 ${tenths(maxLoss)}%`}`;

export const whyParagraph = (say: Say, plan: Plan): Paragraph =>
  join([say('plan_why', { limits: limitsOf(plan) }), ...heldBackParagraphs(say, plan)]);

/** More than two reasons are not remembered. */
const MOST_REASONS = 2;

export const heldBackParagraphs = (say: Say, { heldBack = [] }: Plan): readonly Paragraph[] =>
  heldBack.length === 0
    ? []
    : [say('plan_held_back', { reasons: heldBack.slice(0, MOST_REASONS).join('；') })];

export function classAsked(
  words: string,
): { readonly broad: BroadClass; readonly kind: string } | null {
  const [, broad, kind] = CLASS_WORDS.find(([asked]) => asked.test(words)) ?? [];
  return broad === undefined || kind === undefined ? null : { broad, kind };
}

const CLASS_WORDS: readonly (readonly [RegExp, BroadClass, string])[] = [
  [/股票|股市|权益|大盘|A股/, 'equity', '股票类'],
  [/黄金|金子/, 'gold', '黄金'],
  [/现金|存款|活期|定期|货币/, 'cash', '现金类'],
  [/债/, 'bond', '债券类'],
];

/** Kinds within a class that are asked after by their own names, as the market data calls them. */
const FINE_WORDS: readonly (readonly [RegExp, string, string])[] = [
  [/美股|海外|国外|标普|纳斯达克|纳指|QDII/i, 'us_equity', '海外股票'],
  [/A\s*股|沪深/i, 'a_shares', 'A 股'],
  [/国债/, 'treasury', '国债'],
  [/企业债|公司债|信用债/, 'corporate_bond', '企业债'],
];

function fineShare(say: Say, plan: Plan, words: string): Paragraph | null {
  const [, assetClass, kind] = FINE_WORDS.find(([asked]) => asked.test(words)) ?? [];
  if (assetClass === undefined || kind === undefined) return null;
  const percent = tenths(plan.mix.find((one) => one.assetClass === assetClass)?.weight ?? 0);
  const limits = limitsOf(plan);
  if (percent === 0) return say('plan_without', { kind, limits });
  const facts: readonly Fact[] = [{ value: percent, unit: '%', label: `拆开后的${kind}` }];
  return say('plan_share', { kind, limits, share: `${percent}%` }, { facts });
}

export function shareParagraph(say: Say, plan: Plan, words: string): Paragraph {
  const fine = fineShare(say, plan, words);
  if (fine) return fine;
  const asked = classAsked(words);
  if (!asked) return whyParagraph(say, plan);
  const { broad, kind } = asked;
  const percent = shareOf(plan, broad);
  const limits = limitsOf(plan);
  return percent === 0
    ? say('plan_without', { kind, limits })
    : say('plan_share', { kind, limits, share: `${percent}%` });
}
