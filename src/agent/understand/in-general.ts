import type { TurnContext } from '../../conversation/agent.js';
import type { Command } from '../../terms/command.js';
import type { Ranked } from '../models/embedded/classifier.js';
import { askingParts } from './asking-part.js';
import { measureAlone } from './bare-words.js';
import { commandOfIntent, destinationsOf } from './destinations.js';
import type { Intent } from './intents.js';
import { isQuestion, onlyTells } from './question-words.js';
import { asksForCost, asksWhetherAllowed, tellsOfOthers } from './references.js';
import type { Router } from './router.js';
import { safetyCommand, likelySafety } from './safety-intents.js';
import { STRONG_EVIDENCE, withTopic } from './topic.js';

/** 不是问某一只: the sure intent decides, else the evidence does. */

/** Reads other words, with what came before them. */
export type Reread = (context: TurnContext, text: string) => Command;

/** No product is meant: the sure intent decides, else the evidence does. */
export function generalCommand(
  router: Router,
  ranked: readonly Ranked[],
  intent: Intent | null,
  context: TurnContext,
  text: string,
  reread: Reread,
): Command {
  const outOfContext = againOrAlone(intent, context, text, reread);
  if (outOfContext) return outOfContext;
  const query = withoutStory(router, context, withTopic(router, context, text));
  const { support } = router.lookUp(query, context.today);
  const isAnswerable = support >= router.supportThreshold;
  if (intent && !isKnowledge(intent)) {
    return isAnswerable && mayOnlyAsk(intent, text)
      ? { do: 'answer', query }
      : actOn(intent, context, text);
  }
  // Neither the router nor the evidence is sure: a likely warning sign wins over a guess.
  const sign = intent || support >= STRONG_EVIDENCE ? null : likelySafety(router, ranked, text);
  if (sign) return safetyCommand(router, context, sign, text);
  return (isAnswerable ? null : unfounded(router, ranked, intent, text)) ?? { do: 'answer', query };
}

/** What means the words before, or nothing without more of them; null: the words stand for themselves. */
function againOrAlone(
  intent: Intent | null,
  context: TurnContext,
  text: string,
  reread: Reread,
): Command | null {
  const again = isRepeat(intent) || asksForBasis(context, text);
  if (again) return saidAgain(context, reread);
  return context.state.flow === null ? measureAlone(text) : null;
}

/** 「我中文不太好」 sounds like an act, and is only told where nothing is under way. */
function actOn(intent: Intent, { state }: TurnContext, text: string): Command {
  const inFlow = state.flow !== null;
  const isOnlyTold = intent.command === 'dialogue_act' && !inFlow && onlyTells(text);
  return isOnlyTold ? TOLD : commandOfIntent(intent, text, inFlow);
}

/** What knowledge has nothing on may have asked nothing, or nothing of ours; null: it is a miss. */
function unfounded(
  router: Router,
  ranked: readonly Ranked[],
  intent: Intent | null,
  text: string,
): Command | null {
  if (onlyTells(text)) return TOLD;
  const isElsewhere = !intent && topCommand(router, ranked) === 'out_of_scope';
  return isElsewhere ? { do: 'out_of_scope' } : null;
}

const TOLD: Command = { do: 'social', act: 'told' };

const ASKS_BASIS = /^(那|你)?(们)?(的|这个?)?(依据|根据|出处)(是|在)?(什么|哪|啥).{0,4}$/;

/** 「依据是什么法」 right after an answer that names its law. */
const asksForBasis = ({ history }: TurnContext, text: string): boolean =>
  ASKS_BASIS.test(text) &&
  (history.findLast(({ role }) => role === 'assistant')?.text ?? '').includes('《');

const isRepeat = (intent: Intent | null): boolean =>
  intent?.command === 'dialogue_act' && intent.act === 'repeat';

/** 「再说一遍」 asks once more what was asked before; null: nothing was. */
function saidAgain(context: TurnContext, reread: Reread): Command | null {
  const last = context.history.findLastIndex(({ role }) => role === 'customer');
  const before = context.history[last];
  if (!before) return null;
  return reread({ ...context, history: context.history.slice(0, last) }, before.text);
}

/** The words of a story outweigh a question: where they leave it without a basis, the question is looked up alone. */
function withoutStory(router: Router, { today }: TurnContext, query: string): string {
  const supportOf = (words: string) => router.lookUp(words, today).support;
  const whole = supportOf(query);
  if (whole >= STRONG_EVIDENCE) return query;
  const [best, support] = askingParts(query).reduce<readonly [string, number]>(
    (found, part) => {
      const own = supportOf(part);
      return own > found[1] ? [part, own] : found;
    },
    [query, 0],
  );
  return support >= Math.max(router.supportThreshold, whole + GAIN_WITHOUT_STORY) ? best : query;
}

/** Evidence must be this much better without the story than with it. */
const GAIN_WITHOUT_STORY = 0.1;

/** Whether what stands for something else may be a question, should knowledge have its answer. */
const mayOnlyAsk = (intent: Intent, text: string): boolean =>
  intent.command === 'out_of_scope' ||
  (intent.command === 'own_account' && (asksInGeneral(text) || WANTS_IT_ANEW.test(text))) ||
  (intent.command === 'social' && isQuestion(text) && !/你|您|小屿|机器人/.test(text)) ||
  (intent.command === 'start_flow' && asksWhetherAllowed(text));

/** 「我的测评结果不准想重做」 asks how, whatever the result was. */
const WANTS_IT_ANEW = /(重新?|再)(做|测|评|填|来)|改(一下|掉|过来)/;

/** 「现在赎回要扣多少费」 is the same for everyone; what others took from the customer is none of our records. */
const asksInGeneral = (text: string): boolean =>
  tellsOfOthers(text) || (asksForCost(text) && !/我|俺|咱/.test(text));

const topCommand = ({ catalogue }: Router, ranked: readonly Ranked[]) =>
  destinationsOf(catalogue, ranked)[0]?.intent.command;

/** Product questions without a product are questions about the rules. */
const isKnowledge = ({ command }: Intent): boolean =>
  command === 'answer' || command === 'describe_product' || command === 'compare_products';
