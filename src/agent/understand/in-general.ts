import type { TurnContext } from '../../conversation/agent.js';
import { isOurs } from '../../conversation/agent.js';
import type { Command, FlowName } from '../../terms/command.js';
import type { Ranked } from '../models/embedded/classifier.js';
import { askingParts, withoutPreface } from './asking-part.js';
import { besidesTold } from './besides-told.js';
import { fragmentAlone, measureAlone } from './bare-words.js';
import { commandOfIntent, destinationsOf } from './destinations.js';
import type { Intent } from './intents.js';
import { sumsIn } from './money-words.js';
import { isQuestion, onlyTells } from './question-words.js';
import { asksForCost, asksWhatComes, asksWhetherAllowed, tellsOfOthers } from './references.js';
import type { Router } from './router.js';
import { safetyCommand, likelySafety } from './safety-intents.js';
import { STRONG_EVIDENCE, mattersIn, withTopic } from './topic.js';

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
  const inTopic = inItsTopic(router, intent, context, text);
  const alone = inTopic === text ? outOfNothing(context, text) : null;
  if (alone) return alone;
  const query = besidesTold(
    router,
    context,
    withoutPreface(withoutStory(router, context, inTopic)),
    text,
  );
  const { support, similarity, document, title } = router.lookUp(query, context.today);
  const mayBeAnswered = isAsked(context, text, similarity, title);
  const isAnswerable = support >= router.supportThreshold && mayBeAnswered;
  if (intent && !isKnowledge(intent)) {
    return isAnswerable && mayOnlyAsk(intent, text)
      ? { do: 'answer', query }
      : actOn(intent, context, text);
  }
  // Neither the router nor the evidence is sure: a likely warning sign wins over a guess.
  const sign = intent || support >= STRONG_EVIDENCE ? null : likelySafety(router, ranked, text);
  if (sign) return safetyCommand(router, context, sign, text);
  return (
    (isAnswerable ? null : unfounded(router, ranked, intent, text)) ?? {
      do: 'answer',
      query,
      ...(isAnswerable && partAsked(router, context, document, query)),
    }
  );
}

/** 「我儿子让我买基金，我没听他的」 is no question, and less like one than this it is not answered as one. */
const ALIKE = 0.3;

const outOfNothing = ({ state }: TurnContext, text: string): Command | null =>
  state.flow === null ? fragmentAlone(text) : null;

const isAsked = (context: TurnContext, text: string, similarity: number, title: string): boolean =>
  !onlyTells(text) || similarity >= ALIKE || goesOn(context, title);

/** What is told right after an entry of the same matter goes on about it. */
function goesOn({ history, state }: TurnContext, title: string): boolean {
  const answered = history.findLast(({ role }) => role === 'assistant')?.text ?? '';
  const matters = mattersIn(answered);
  const isOfEntry = state.entries.some(({ ago }) => ago === 0);
  return isOfEntry && mattersIn(title).some((matter) => matters.includes(matter));
}

/** 「豆包吗」 after a talk of funds asks who we are, not of funds. */
const inItsTopic = (router: Router, intent: Intent | null, context: TurnContext, text: string) =>
  intent?.command === 'social' ? text : withTopic(router, context, text);

/** 「开户要多大岁数」 asks at once what others ask further once the entry was told. */
const partAsked = (
  router: Router,
  { today }: TurnContext,
  document: string | null,
  query: string,
) => (document !== null && router.asksForPart(document, query, today) ? { entry: document } : {});

/** What means the words before, or nothing without more of them; null: the words stand for themselves. */
function againOrAlone(
  intent: Intent | null,
  context: TurnContext,
  text: string,
  reread: Reread,
): Command | null {
  const again = isRepeat(intent) || asksForBasis(context, text);
  if (again) return saidAgain(context, reread);
  if (ANNOUNCES.test(text) || listsOwn(text)) return TOLD;
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
  if (onlyTells(text) || tellsSum(text)) return TOLD;
  const isElsewhere = !intent && topCommand(router, ranked) === 'out_of_scope';
  return isElsewhere ? { do: 'out_of_scope' } : null;
}

/** 「手里奖学金八千」 says what there is. */
const tellsSum = (text: string): boolean =>
  /手里|手上|手头|大概|左右|周转|攒了|剩/.test(text) &&
  sumsIn(text).length > 0 &&
  !isQuestion(text);

const TOLD: Command = { do: 'social', act: 'told' };

/** 「我想问下存钱的事」 only says that something will be asked. */
const ANNOUNCES =
  /^[^，。？?]{0,6}(我)?(想|要)(来)?(问|咨询|打听|请教)(一?下|问)?(你们?|您)?(点|个|些|几个|件)(事|问题)(情|儿)?[啊吧。]*$|^(我)?(想|要)(来)?(问|咨询|打听)(一?下|问)?(关于)?[^，。？?]{1,6}的?(事|是|事情|事儿|问题)[啊吧。]*$/;

const OWNS = /^(我|俺|咱)(现在|目前|手里|手上|家里|一共|这里)*(有|存了|买了|放了|持有)/;

/** 「我有三万定期、五万基金、两万货币基金」 tells, and asks nothing. */
const listsOwn = (text: string): boolean =>
  OWNS.test(text) &&
  sumsIn(text).length >= 2 &&
  !isQuestion(text) &&
  !/想|要|帮|请|打算/.test(text);

const ASKS_BASIS = /^(那|你)?(们)?(的|这个?)?(依据|根据|出处)(是|在)?(什么|哪|啥).{0,4}$/;

/** 「依据是什么法」 right after an answer that names its law. */
const asksForBasis = ({ history }: TurnContext, text: string): boolean =>
  ASKS_BASIS.test(text) && (history.findLast(isOurs)?.text ?? '').includes('《');

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
  if (whole >= STRONG_EVIDENCE || whole < ELSEWHERE) return query;
  const [best, support] = askingParts(query)
    .filter((part) => !leavesWhoOut(query, part))
    .reduce<readonly [string, number]>(
      (found, part) => {
        const own = supportOf(part);
        return own > found[1] ? [part, own] : found;
      },
      [query, 0],
    );
  return support >= Math.max(router.supportThreshold, whole + GAIN_WITHOUT_STORY) ? best : query;
}

/** 「我爷爷九十了，能买理财吗」: whom it is asked for is no story. */
const WHOM =
  /爸|妈|父母|长辈|爷|奶|姥|外公|外婆|公公|婆婆|老人|老伴|孩子|儿子|女儿|闺女|弟|妹|娃|岁|老外|外国/;

const leavesWhoOut = (query: string, part: string): boolean => WHOM.test(query) && !WHOM.test(part);

/** 「彩票中了十万，要交税吗」: what the story is about is none of ours, whatever its question would be. */
const ELSEWHERE = 0.1;

/** Evidence must be this much better without the story than with it. */
const GAIN_WITHOUT_STORY = 0.1;

/** Whether what stands for something else may be a question, should knowledge have its answer. */
const mayOnlyAsk = (intent: Intent, text: string): boolean =>
  (intent.command === 'dialogue_act' && SAYS_WHAT.test(text)) ||
  intent.command === 'out_of_scope' ||
  (intent.command === 'own_account' &&
    [asksInGeneral(text), WANTS_IT_ANEW.test(text), WHAT_AT_MATURITY.test(text)].includes(true)) ||
  (intent.command === 'social' && isQuestion(text) && !/你|您|小屿|机器人/.test(text)) ||
  (intent.command === 'start_flow' && mayOnlyWonder(intent.flow, text));

/** A plan for a sum is wanted, whatever else is wondered of it. */
const mayOnlyWonder = (flow: FlowName, text: string): boolean =>
  asksWhetherAllowed(text) || (flow !== 'need' && asksWhatComes(text));

/** 「把我的手机号改一下」 says itself what is to be changed, and takes back nothing that was said. */
const SAYS_WHAT =
  /把(我的?)?(手机|电话|银行卡|卡|地址|密码|邮箱|身份证|证件|资料|名字|姓名)[^，。]{0,4}(改|换|更新)/;

/** 「我的测评结果不准想重做」 asks how, whatever the result was. */
const WANTS_IT_ANEW = /(重新?|再)(做|测|评|填|来)|改(一下|掉|过来)/;

/** 「我定期下个月到期怎么办」: what comes then is the same for everyone; only the day is theirs. */
const WHAT_AT_MATURITY =
  /到期[^，。？?]{0,8}(怎么办|咋办|怎么弄|咋弄|怎么处理|咋整|要做|该|需要|会不会|会怎|自动|取出?来|不管|续)|到期.{0,4}[，,].{0,4}(怎么办|咋办|怎么弄|咋弄|怎么处理)|(快|就?要|马上|这就)到期了?[。！!]?$/;

/** 「现在赎回要扣多少费」 is the same for everyone; what others took from the customer is none of our records. */
const asksInGeneral = (text: string): boolean =>
  tellsOfOthers(text) || (asksForCost(text) && !/我|俺|咱/.test(text));

const topCommand = ({ catalogue }: Router, ranked: readonly Ranked[]) =>
  destinationsOf(catalogue, ranked)[0]?.intent.command;

/** Product questions without a product are questions about the rules. */
const isKnowledge = ({ command }: Intent): boolean =>
  command === 'answer' || command === 'describe_product' || command === 'compare_products';
