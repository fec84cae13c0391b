import { BROAD_CLASSES, BROAD_OF } from '../../advice/matching/exposure.js';
import type { BroadClass } from '../../advice/matching/exposure.js';
import { tenths } from '../../advice/matching/plan-facts.js';
import type { Proposed } from '../../advice/matching/proposed.js';
import type { AssetClass } from '../../advice/allocation/market/asset-class.js';
import type { Step, ToolResult, TurnContext } from '../../conversation/agent.js';
import { isInvalid } from '../../advice/profiling/doubts.js';
import { waitsForPerson } from '../../advice/profiling/class-change.js';
import { assessmentOf } from '../../conversation/flows/assessment.js';
import type { FlowMove } from '../../conversation/flows/flow.js';
import type { SlotValues } from '../../terms/command.js';
import { isSameJson } from '../../terms/json.js';
import type { Fact } from '../../terms/fact.js';
import type { Passage } from '../../terms/passage.js';
import type { Plan } from '../../terms/plan.js';
import type { Suggestion } from '../../terms/statement.js';
import { exactYuan } from '../../wording/figures.js';
import type { Wordings } from '../../wording/prompts.js';
import { lawOf } from './law.js';
import type { Paragraph } from './paragraph.js';
import { join, worded } from './paragraph.js';
import { reachParagraphs } from './plan-reach.js';
import { principalParagraph } from './plan-principal.js';
import { factsOfSlots, slotText } from '../../conversation/flows/slot-words.js';
import { nameAndGrade } from './named-in-full.js';

export const CALL_BACK: Suggestion = { label: '预约回电', say: '请顾问给我回电' };
const TAKE: Suggestion = { label: '做风险测评', say: '我要做风险测评' };
export const OPT_IN: Suggestion = { label: '打开个性化推荐', say: '打开个性化推荐' };
export const PLAN: Suggestion = { label: '给我个方案', say: '给我个方案' };

export type Say = (
  id: string,
  values?: Record<string, string>,
  part?: Partial<Paragraph>,
) => Paragraph;

/** 「五年后要四十万，够不够」: how often the simulation reaches it, and what would help. */
export function goalParagraph(
  wordings: Wordings,
  { seed, state }: TurnContext,
  { proposal, projection, facts, passages }: ToolResult,
  { call: { args }, wants = 'chance' }: Extract<Step, { say: 'goal' }>,
): Paragraph {
  const reckonedWith = args['need'] as SlotValues;
  const say: Say = (id, values = {}, part = {}) => worded(wordings, id, values, seed, part);
  if (proposal?.kind === 'withheld') return withheldParagraph(say, proposal, passages);
  if (!projection) return say('goal_no_day');
  const { outlook, levers } = projection;
  const tried = triedIn(state.need ?? {}, reckonedWith);
  const told = join([
    ...(tried ? [say('goal_tried', { tried: tried.words }, { facts: tried.facts })] : []),
    ...reachParagraphs(say, wants, { outlook, levers, facts, ...withinOf(args) }),
    tried
      ? say('goal_tried_next', { tried: tried.words }, { facts: tried.facts })
      : say('goal_next', {}, { suggestions: [PLAN, CALL_BACK] }),
  ]);
  return { ...told, facts: [...told.facts, ...facts] };
}

const withinOf = ({ within }: Extract<Step, { say: 'goal' }>['call']['args']) =>
  typeof within === 'number' ? { within } : {};

const MAY_BE_TRIED = ['saving', 'horizon'];

interface Tried {
  readonly words: string;
  readonly facts: readonly Fact[];
}

/** What was reckoned with otherwise than it is on record; null: nothing. */
function triedIn(known: SlotValues, reckonedWith: SlotValues): Tried | null {
  const tried = MAY_BE_TRIED.filter(
    (slot) => slot in reckonedWith && !isSameJson(known[slot] ?? null, reckonedWith[slot] ?? null),
  );
  if (tried.length === 0) return null;
  const values = Object.fromEntries(tried.map((slot) => [slot, reckonedWith[slot] ?? null]));
  const text = tried.map((slot) => {
    const words = slotText('need', slot, values[slot] ?? null);
    return slot === 'horizon' ? `放 ${words}` : words.replace(/^(每.) /, '$1存 ');
  });
  return { words: text.join('、'), facts: factsOfSlots(values) };
}

/** The assessment is on file now, and what it was needed for is still open. */
export const goOnParagraph = (
  wordings: Wordings,
  { state, seed, assessing }: TurnContext,
  move: FlowMove,
): readonly Paragraph[] => {
  if (move.to !== 'record' || state.need === null || !assessing) return [];
  const { doubts, change } = assessmentOf(assessing, move.values);
  if (isInvalid(doubts) || waitsForPerson(change)) return [];
  return [worded(wordings, 'proposal_go_on', {}, seed, { suggestions: [PLAN] })];
};

/** `passages`: the articles by which it is so. */
export function withheldParagraph(
  say: Say,
  { because, listed }: Extract<Proposed, { kind: 'withheld' }>,
  passages: readonly Passage[],
): Paragraph {
  const law = lawOf(passages);
  if (because === 'opted_out') {
    const lines = listed.map(
      ({ category, products }) =>
        `- ${BROAD_WORDS[category]}：${products.map(nameAndGrade).join('、')}`,
    );
    const values = { lines: lines.join('\n'), law };
    return say('proposal_opted_out', values, { passages, suggestions: [OPT_IN, CALL_BACK] });
  }
  const isForTest = because !== 'for_person' && because !== 'no_confirmed_need';
  const suggestions = isForTest ? [TAKE] : [CALL_BACK];
  return say(`proposal_${because}`, { law }, { passages, suggestions });
}

export const BROAD_WORDS: Readonly<Record<BroadClass, string>> = {
  cash: '现金类',
  bond: '债券类',
  equity: '股票类',
  gold: '黄金',
};

/** What the figures of a class of assets leave out stands beside its past, of which nothing is said here. */
export function cautionsParagraph(say: Say, { cautions, mix }: Plan): readonly Paragraph[] {
  const said = cautions.filter((one) => mix.every(({ label }) => !one.startsWith(`${label}：`)));
  return said.length > 0 ? [say('proposal_cautions', { cautions: said.join('；') })] : [];
}

/** The part of a plan that is in broad classes, percent. */
export function shareOf({ mix }: Plan, ...broad: readonly BroadClass[]): number {
  const own = mix.filter(({ assetClass }) => broad.includes(BROAD_OF[assetClass as AssetClass]));
  return tenths(own.reduce((sum, { weight }) => sum + weight, 0));
}

/** In broad classes, as the facts of the plan have them. */
export const mixWords = (plan: Plan): string =>
  BROAD_CLASSES.map((broad) => ({ broad, percent: shareOf(plan, broad) }))
    .filter(({ percent }) => percent > 0)
    .map(({ broad, percent }) => `${BROAD_WORDS[broad]}约 ${percent}%`)
    .join('，');

export function lossParagraph(say: Say, plan: Plan): Paragraph {
  const { risk, need } = plan;
  if (risk.statedLoss === 0) return principalParagraph(say, plan);
  const values = {
    share: `${tenths(risk.statedLoss)}%`,
    yuan: exactYuan(Math.round(risk.statedLoss * need.amount)),
  };
  return need.maxLoss === null
    ? say('proposal_loss', values)
    : say('proposal_loss_within', { ...values, limit: `${tenths(need.maxLoss)}%` });
}

export function productsParagraph(say: Say, { products }: Plan): Paragraph {
  return products.length === 0
    ? say('proposal_no_products')
    : say('proposal_products', { lines: productLines(products) });
}

export function productLines(products: Plan['products']): string {
  const lines = products.map(({ name, weight, amount, reasons }) => {
    const share = `约 ${tenths(weight)}%，${exactYuan(amount)}`;
    return `- ${name}：${share}。${reasons.join('；')}`;
  });
  return lines.join('\n');
}
