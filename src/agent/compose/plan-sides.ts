import type { Proposed } from '../../advice/matching/proposed.js';
import type { ToolResult, TurnContext } from '../../conversation/agent.js';
import { isOurs } from '../../conversation/agent.js';
import type { Stage } from '../../conversation/proposal/evolve.js';
import { isOver } from '../../conversation/proposal/live.js';
import type { PlanSide } from '../../terms/command.js';
import type { Product } from '../../terms/product.js';
import type { LocalDate } from '../../terms/time.js';
import { factsOf, feeLines } from '../../wording/fee-table.js';
import { spaced } from '../../wording/figures.js';
import type { Plan } from '../../terms/plan.js';
import type { Wordings } from '../../wording/prompts.js';
import { lawOf } from './law.js';
import { leftOut } from './left-out.js';
import type { Paragraph } from './paragraph.js';
import { join, worded } from './paragraph.js';
import { heldBackParagraphs, shareParagraph, whyParagraph } from './plan-why.js';
import { dragParagraph, fitParagraph, gainParagraph, riskiestParagraph } from './plan-worth.js';
import {
  basisParagraph,
  defaultsParagraph,
  pastFall,
  principalSplit,
  purposeParagraph,
  stressParagraph,
  termParagraph,
  volatileParagraph,
} from './plan-further.js';
import { mayLoseOf } from './plan-principal.js';
import { reachParagraphs } from './plan-reach.js';
import {
  bolderParagraph,
  depositsParagraph,
  saferParagraph,
  withoutParagraph,
} from './plan-wishes.js';
import type { Say } from './proposal.js';
import { CALL_BACK, lossParagraph, productsParagraph, withheldParagraph } from './proposal.js';
import { comparedParagraph } from './plan-compared.js';
import { classesParagraph, productShareParagraph } from './plan-parts.js';
import { yearlyTotal } from './yearly-fee.js';
import { planStatus } from './plan-status.js';

/** 追问方案: one side of the plan that is on the table, told from the plan itself. */

export function planSideParagraph(
  wordings: Wordings,
  context: TurnContext,
  about: PlanSide,
  result: ToolResult | null,
): Paragraph {
  const { seed, today } = context;
  const say: Say = (id, values = {}, part = {}) => worded(wordings, id, values, seed, part);
  if (isBeingTold(context)) return say('plan_to_come');
  if (result && !result.proposal) return say('proposal_visitor');
  if (result?.proposal?.kind === 'withheld') return withheld(say, about, result.proposal, result);
  const plan = planAskedOf(context, about, result?.proposal?.plan ?? null);
  if (plan === null) return planStatus(wordings, context);
  if (about === 'cost') return costParagraph(say, plan, result?.products ?? [], today);
  const told = toldOf(say, context, about, plan);
  return { ...told, facts: [...told.facts, ...plan.facts] };
}

const toldOf = (
  say: Say,
  context: TurnContext,
  about: Exclude<PlanSide, 'cost'>,
  plan: Plan,
): Paragraph =>
  about === 'earlier'
    ? comparedParagraph(say, plan, context.replaced ?? null)
    : sideOf(say, about, plan, saidIn(context));

/** The plan that is asked of is none that is on record for something else. */
const isBeingTold = ({ state: { need, flow } }: TurnContext): boolean =>
  need === null && flow?.name === 'need' && flow.stage === 'asking';

function withheld(
  say: Say,
  about: PlanSide,
  proposal: Extract<Proposed, { kind: 'withheld' }>,
  { passages }: ToolResult,
): Paragraph {
  const isAskedWhy = proposal.because === 'opted_out' && about !== 'products';
  if (!isAskedWhy) return withheldParagraph(say, proposal, passages);
  const part = { passages, suggestions: [CALL_BACK] };
  return say('proposal_opted_out_why', { law: lawOf(passages) }, part);
}

/** Of what an advisor has signed, how it stands and what may be said to it is the answer. */
const OF_A_DRAFT: readonly PlanSide[] = [
  'products',
  'buy',
  'next',
  'hurry',
  'told',
  'advisor',
  'who',
  'rejected',
  'wish',
];
const TOLD_FROM: readonly Stage[] = [
  'drafted',
  'approved',
  'adjusted',
  'presented',
  'acknowledged',
];

/**
 * The plan a side is told from: as it stands on record, with what an advisor changed, else as it would be
 * drafted now. Null: how it stands has to be told first.
 */
function planAskedOf(
  { proposal, unfit, now }: TurnContext,
  about: PlanSide,
  drafted: Plan | null,
): Plan | null {
  if (!proposal) return drafted;
  const { stage, plan, returned } = proposal.state;
  const isOpen = TOLD_FROM.includes(stage) && returned === null && !unfit;
  if (!isOpen || isOver(proposal, now)) return null;
  return stage !== 'drafted' && OF_A_DRAFT.includes(about) ? null : plan;
}

interface Said {
  readonly words: string;
  /** Our last reply. */
  readonly before: string;
}

const saidIn = ({ messages, history }: TurnContext): Said => ({
  words: messages.map(({ text }) => text).join('\n'),
  before: history.findLast(isOurs)?.text ?? '',
});

/** Who has just heard the figure hears what the past held against it. */
function lossTold(say: Say, plan: Plan, before: string): Paragraph {
  const loss = lossParagraph(say, plan);
  const isAgain =
    plan.risk.statedLoss > 0 && !isDraft(before) && before.includes(loss.text.slice(0, SAME));
  const past = isAgain ? pastFall(say, plan) : [];
  return join([...(past.length > 0 ? past : [loss]), ...openLoss(say, plan)]);
}

const isDraft = (words: string): boolean => words.includes('方案草稿，待');

/** So much of a sentence tells it from others. */
const SAME = 30;

function sideOf(
  say: Say,
  about: Exclude<PlanSide, 'cost' | 'earlier'>,
  plan: Plan,
  { words, before }: Said,
): Paragraph {
  switch (about) {
    case 'loss':
      return lossTold(say, plan, before);
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
    case 'fit':
      return fitParagraph(say, plan);
    case 'riskiest':
      return riskiestParagraph(say, plan);
    case 'drag':
      return join([dragParagraph(say, plan), ...heldBackParagraphs(say, plan)]);
    case 'buy':
      return say('plan_buy', {}, { suggestions: [CALL_BACK] });
    case 'next':
      return say('plan_next', {}, { suggestions: [CALL_BACK] });
    case 'bolder':
      return bolderParagraph(say, plan);
    case 'safer':
      return saferParagraph(say, plan);
    case 'gain':
      return gainParagraph(say, plan);
    case 'product':
      return productShareParagraph(say, plan, words);
    case 'classes':
      return classesParagraph(say, plan);
    case 'stress':
      return stressParagraph(say, plan, words);
    case 'defaults':
      return defaultsParagraph(say, plan);
    case 'volatile':
      return volatileParagraph(say, plan);
    case 'principal':
      return principalSplit(say, plan);
    case 'purpose':
      return purposeParagraph(say, plan);
    case 'basis':
      return basisParagraph(say, plan);
    case 'term':
      return termParagraph(say, plan);
    case 'deposits':
      return depositsParagraph(say, plan);
    case 'against_deposits':
      return join([say('plan_against_deposits'), lossParagraph(say, plan)]);
    case 'without':
      return withoutParagraph(say, plan, words);
    case 'picked':
    case 'inflation':
    case 'wish':
    case 'undo':
    case 'advisor':
    case 'who':
    case 'rejected':
    case 'told':
    case 'hurry':
      return say(`plan_${about}`, {}, { suggestions: [CALL_BACK] });
    case 'chance':
    case 'saving':
    case 'months':
      return join(reachParagraphs(say, about, { levers: null, ...plan }));
    case 'access':
      return say('plan_access', { lines: reasonLines(plan, /持有满|期限/, '没有锁定期') });
  }
}

/** What no grade tells of the loss; of deposits and savings bonds all is told. */
function openLoss(say: Say, plan: Plan): readonly Paragraph[] {
  if (plan.risk.statedLoss > 0) return [say('plan_loss_open')];
  return mayLoseOf(plan).length > 0 ? [say('plan_loss_none')] : [];
}

function costParagraph(
  say: Say,
  plan: Plan,
  products: readonly Product[],
  today: LocalDate,
): Paragraph {
  const lines = plan.products.map(({ code, name }) => {
    const product = products.find((one) => one.code === code);
    const fees = product ? feeLines(product, today) : null;
    const told = fees?.map(({ label, value }) => `${label} ${value}`).join('，');
    return `- ${spaced(name).trim()}：${told || (fees ? '没有单列的费用' : '见产品资料')}`;
  });
  const total = yearlyTotal(plan.products, products, today);
  const facts = [...products.flatMap((product) => factsOf(product, today)), total.fact];
  return say('plan_cost', { lines: lines.join('\n'), total: total.text }, { facts });
}

/** One reason of each product, or what holds of those without. */
function reasonLines({ products }: Plan, wanted: RegExp, otherwise: string): string {
  const lines = products.map(({ name, reasons }) => {
    const [reason] = reasons.filter((one) => wanted.test(one));
    return `- ${name}：${reason ?? otherwise}`;
  });
  return lines.join('\n');
}
