import type { TurnContext } from '../../conversation/agent.js';
import { normalize } from '../../language/fold.js';
import type { Command } from '../../terms/command.js';
import { GRADE_RAISED, isOfTheHolding } from './grade-raised.js';
import { ENDS_ON_REST } from './means-one.js';
import { isQuestion } from './question-words.js';
import type { Router } from './router.js';
import { STRONG_EVIDENCE } from './topic.js';

/** 规则之外还问了: a rule answers one half of the words, and the other half asks for itself. */

const ASKS_IDENTITY = /(是|跟|和)(不是)?(一个)?(真人|活人|机器人?|ai|人工智能)(还是|吗|么|不是)/;

/** What a rule decided, with what surely has an answer beside it. */
export function withAskedBeside(
  router: Router,
  context: TurnContext,
  text: string,
  rule: Command,
): readonly Command[] {
  return rule.do === 'answer'
    ? [...answersBeside(router, context, text, rule), rule]
    : withIdentity(text, [rule]);
}

/** Whoever asks for a person, and whether this is one, is told both. */
export const withIdentity = (text: string, urgent: readonly Command[]): readonly Command[] =>
  asksIdentity(text) && urgent.every(({ do: act }) => act === 'request_human')
    ? [IDENTITY, ...urgent]
    : urgent;

const IDENTITY: Command = { do: 'social', act: 'identity' };

const asksIdentity = (text: string): boolean =>
  ASKS_IDENTITY.test(normalize(text).text.replace(/\s/g, ''));

/** 「是不是真的」 is asked of what stands before it. */
const IS_TRUE = /^(是不是|到底是不是|是)?真(的|假)(吗|么|假的|的)?$/;
/** 「能信吗」 is asked of what stands before it. */
const ENOUGH = 5;

/** 「想重填填高点好买股票基金，一天能填几回」: the rule is of the aim, and the last piece asks how often. */
function answersBeside(
  router: Router,
  { today }: TurnContext,
  text: string,
  { query, entry }: Extract<Command, { do: 'answer' }>,
): readonly Command[] {
  const pieces = text.split(/[，,。；;？?]/).filter((piece) => piece !== '');
  const last = pieces.at(-1) ?? '';
  if (pieces.length < 2 || !isQuestion(last) || [...last].length < ENOUGH) return [];
  if (IS_TRUE.test(last) || query === ENDS_ON_REST) return [];
  if (query === GRADE_RAISED && isOfTheHolding(last)) return [];
  const { support, document } = router.lookUp(last, today);
  const isOther = document !== (entry ?? router.lookUp(query, today).document);
  return support >= STRONG_EVIDENCE && isOther ? [{ do: 'answer', query: last }] : [];
}
