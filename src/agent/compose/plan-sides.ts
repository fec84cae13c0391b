import type { BroadClass } from '../../advice/matching/exposure.js';
import { BROAD_OF } from '../../advice/matching/exposure.js';
import { tenths } from '../../advice/matching/plan-facts.js';
import type { AssetClass } from '../../advice/allocation/market/asset-class.js';
import type { ToolResult, TurnContext } from '../../conversation/agent.js';
import type { PlanSide } from '../../terms/command.js';
import type { Product } from '../../terms/product.js';
import type { LocalDate } from '../../terms/time.js';
import { factsOf, feeLines } from '../../wording/fee-table.js';
import { spaced } from '../../wording/figures.js';
import type { Plan } from '../../terms/plan.js';
import type { Suggestion } from '../../terms/statement.js';
import type { Wordings } from '../../wording/prompts.js';
import { leftOut } from './left-out.js';
import type { Paragraph } from './paragraph.js';
import { join, worded } from './paragraph.js';
import type { Say } from './proposal.js';
import { lossParagraph, productsParagraph, withheldParagraph } from './proposal.js';

/** 追问方案: one side of the plan that is on the table, told from the same plan. */

const CALL_BACK: Suggestion = { label: '预约回电', say: '请顾问给我回电' };

export function planSideParagraph(
  wordings: Wordings,
  { seed, messages, today }: TurnContext,
  about: PlanSide,
  { proposal, products }: ToolResult,
): Paragraph {
  const say: Say = (id, values = {}, part = {}) => worded(wordings, id, values, seed, part);
  if (!proposal) return say('proposal_visitor');
  if (proposal.kind === 'withheld') {
    const isAskedWhy = proposal.because === 'opted_out' && about !== 'products';
    return isAskedWhy
      ? say('proposal_opted_out_why', {}, { suggestions: [CALL_BACK] })
      : withheldParagraph(say, proposal);
  }
  if (about === 'cost') return costParagraph(say, products, today);
  const words = messages.map(({ text }) => text).join('\n');
  const told = sideOf(say, about, proposal.plan, words);
  return { ...told, facts: [...told.facts, ...proposal.plan.facts] };
}

function sideOf(say: Say, about: Exclude<PlanSide, 'cost'>, plan: Plan, words: string): Paragraph {
  const limits = limitsOf(plan);
  switch (about) {
    case 'loss':
      return join([
        lossParagraph(say, plan),
        say(plan.risk.statedLoss === 0 ? 'plan_loss_none' : 'plan_loss_open'),
      ]);
    case 'share':
      return shareParagraph(say, plan, words);
    case 'products':
      return join([
        productsParagraph(say, plan),
        ...leftOut(say, plan.excluded),
        say('plan_draft'),
      ]);
    case 'why':
      return whyParagraph(say, plan);
    case 'buy':
      return say('plan_buy', {}, { suggestions: [CALL_BACK] });
    case 'next':
      return say('plan_next', {}, { suggestions: [CALL_BACK] });
    case 'bolder':
      return join([...heldBackParagraphs(say, plan), say('plan_bolder', { limits })]);
    case 'safer':
      return say('plan_safer');
    case 'gain':
      return say('plan_gain');
    case 'access':
      return say('plan_access', { lines: reasonLines(plan, /持有满|期限/, '没有锁定期') });
  }
}

function costParagraph(say: Say, products: readonly Product[], today: LocalDate): Paragraph {
  const lines = products.map((product) => {
    const fees = feeLines(product, today).map(({ label, value }) => `${label} ${value}`);
    return `- ${spaced(product.name).trim()}：${fees.join('，') || '没有单列的费用'}`;
  });
  const facts = products.flatMap((product) => factsOf(product, today));
  return say('plan_cost', { lines: lines.join('\n') }, { facts });
}

/** One reason of each product, or what holds of those without. */
function reasonLines({ products }: Plan, wanted: RegExp, otherwise: string): string {
  const lines = products.map(({ name, reasons }) => {
    const [reason] = reasons.filter((one) => wanted.test(one));
    return `- ${name}：${reason ?? otherwise}`;
  });
  return lines.join('\n');
}

/** What holds the plan within bounds, in the customer's own words. */
const limitsOf = ({ riskClass, need: { maxLoss } }: Plan): string =>
  maxLoss === null
    ? `您的 C${riskClass} 等级`
    : `您的 C${riskClass} 等级和您说的最多亏 ${tenths(maxLoss)}%`;

const whyParagraph = (say: Say, plan: Plan): Paragraph =>
  join([say('plan_why', { limits: limitsOf(plan) }), ...heldBackParagraphs(say, plan)]);

/** More than two reasons are not remembered. */
const MOST_REASONS = 2;

const heldBackParagraphs = (say: Say, { heldBack = [] }: Plan): readonly Paragraph[] =>
  heldBack.length === 0
    ? []
    : [say('plan_held_back', { reasons: heldBack.slice(0, MOST_REASONS).join('；') })];

const CLASS_WORDS: readonly (readonly [RegExp, BroadClass, string])[] = [
  [/股票|股市|权益|A股/, 'equity', '股票类'],
  [/黄金|金子/, 'gold', '黄金'],
  [/现金|存款|活期|货币/, 'cash', '现金类'],
  [/债/, 'bond', '债券类'],
];

function shareParagraph(say: Say, plan: Plan, words: string): Paragraph {
  const [, broad, kind] = CLASS_WORDS.find(([asked]) => asked.test(words)) ?? [];
  const own = plan.mix.filter(({ assetClass }) => BROAD_OF[assetClass as AssetClass] === broad);
  const percent = tenths(own.reduce((sum, { weight }) => sum + weight, 0));
  const limits = limitsOf(plan);
  if (!kind) return whyParagraph(say, plan);
  return percent === 0
    ? say('plan_without', { kind, limits })
    : say('plan_share', { kind, limits, share: `${percent}%` });
}
