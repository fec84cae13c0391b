import type { TurnContext } from '../../conversation/agent.js';
import { isLaidAside } from '../../conversation/flows/engine.js';
import type { FlowState } from '../../conversation/flows/flow.js';
import { plainSpeech } from '../../language/dialect.js';
import type { Command, FlowName, SlotValues } from '../../terms/command.js';
import { orderSum } from './money-told.js';
import { asksBack } from './asked-back.js';
import { dialogueAct } from './dialogue-acts.js';
import { asksErrand } from './errands.js';
import { replyInAssessment } from './in-assessment.js';
import { withAllTold } from './fraud/news.js';
import { claimIn } from './looking-back/claim-words.js';
import { onlyInvited } from './invited.js';
import { investsBorrowed } from './borrowed-money.js';
import { buyerIn } from './suitability-words.js';
import { heardFirst } from './in-the-middle.js';
import { isQuestion } from './question-words.js';
import type { Router } from './router.js';
import { STRONG_EVIDENCE } from './topic.js';
import { isNotHeard, withoutAskedBack } from './slots/asked-back.js';
import { besidesAnswer } from './slots/besides-answer.js';
import { isOfCallTime } from './slots/callback-times.js';
import { isLineNamed } from './slots/named-lines.js';
import { needSlots } from './slots/need-slots.js';
import { rightsNamed } from './rights-named.js';
import { shortMoney, toldOfMoneyLately } from './short-money.js';
import { isOfOtherMoney } from './slots/other-money.js';
import { slotsIn } from './slots/slots.js';
import { answeredIn, orderedIn, supposes, toldIn } from './slots/told.js';
import { apologyWanted } from './wants-apology.js';
import { isWronged } from './wronged.js';

/** 「不对」 alone; more words say what is right. */
const BARE_NO = 5;

/**
 * A sentence said while a matter is under way: an answer to what was asked, a correction, an act, or a
 * digression, which is read as any other sentence (`others`).
 */
export function commandsInFlow(
  router: Router,
  context: TurnContext,
  flow: FlowState,
  text: string,
  others: (words?: string) => readonly Command[],
): readonly Command[] {
  const first = heardFirst(router, context, flow, text, others) ?? plainReply(context, flow, text);
  if (first) return first;
  const confirmed = confirmedFirst(flow, text);
  if (confirmed) {
    const apology = apologyWanted(confirmed);
    const beside = apology ? [apology] : others(confirmed);
    return [
      { do: 'affirm' },
      ...beside.filter((one) => isAside(router, context, one) || one === apology),
    ];
  }
  const act = dialogueAct(text);
  const wants = isErrand(flow, text) || wantsProduct(router, flow, text);
  const asks = wants || asksElse(flow, text);
  const person = flow.name === 'complaint' ? personAsked(text, others) : null;
  if (person) return [person];
  const read = () => insteadOfActs(flow, text, others(besidesAnswer(context, flow, text)));
  const aside = asks ? read().filter((one) => isAside(router, context, one)) : [];
  const telling = wants ? '' : text;
  const told = withTold(context, flow, telling, aside);
  if (told !== aside) return told;
  if (act) return [act, ...aside];
  if (aside.length > 0) return aside;
  return readsFreely(flow, text, asks) ? read() : statement(router, context, others());
}

const YES_FIRST =
  /^(对的?|是的?|嗯+|没错|可以|行|好的?|确认|登记吧?)(啊|呀|吧)?\s*[，,。！!；;\s]\s*(.{3,})$/s;
/** 「对，不过日期改一下」 is no plain yes. */
const BUT = /^(但|不过|只是|就是|还要|改|再加|补充)|改一下|不对|错了/;

/** 「对。你先说声对不起会死吗」: a yes to what is to be recorded, and what is asked beside it; null: no such yes. */
function confirmedFirst({ name, stage }: FlowState, text: string): string | null {
  if (stage !== 'confirming' || (name !== 'complaint' && name !== 'callback')) return null;
  const rest = YES_FIRST.exec(text.trim())?.[3] ?? '';
  const isBeside = apologyWanted(rest) !== null || isQuestion(rest);
  return rest !== '' && isBeside && !BUT.test(rest) ? rest : null;
}

const wantsProduct = ({ names }: Router, { name, asked }: FlowState, text: string): boolean => {
  if (name !== 'need') return false;
  if (buyerIn(text) === 'insistent') return true;
  // Where the sum is waited for, 「准备买三十万」 tells it.
  const isOrder = () => orderSum(text) !== null && !asked.includes('amount');
  return WANTS_TO_BUY.test(text) && (names.find(text).length > 0 || isOrder());
};

/** 「怎么是随时呢」 corrects what we wrote, and is no question beside the matter. */
const asksElse = ({ name }: FlowState, text: string): boolean => {
  // 「当初是谁说跟存款一样」 asks nobody: it is what is complained of.
  if (name === 'complaint' && (isWronged(text) || ONLY_SCOLDS.test(text))) return false;
  // 「明天上午行吗」 tells when to call.
  if (name === 'callback' && isOfCallTime(text)) return false;
  // What asks in dialect asks; only the words that are kept stay the customer's own.
  return isQuestion(plainSpeech(name === 'need' ? withoutAskedBack(text) : text));
};

/** 「这不是欺负老人嘛」 */
const ONLY_SCOLDS =
  /这(可|简直|明摆着)?不(就)?是[^，。]{0,4}(坑|骗|忽悠|糊弄|欺负|欺骗|耍|害)[^，。]{0,4}[吗嘛么]?[？?！!。]*$/;

const readsFreely = (flow: FlowState, text: string, asks: boolean): boolean =>
  isLaidAside(flow) || (asks && (isWaiting(flow, text) || isErrand(flow, text)));

const isErrand = ({ name }: Pick<FlowState, 'name'>, text: string): boolean =>
  name === 'complaint' && asksErrand(text);

/** 「刚才说到哪了」「再念一遍」: back to the matter, which is shown whole again. */
const COMES_BACK =
  /^(那|好|我们|咱们)*(说回|回到|接着|继续).{0,8}$|刚才(说|聊|记|弄)(到|了|的)(哪|什么|啥)|我的(打算|计划|规划)(呢|是什么|怎么样了)?$|再(看|念|说|列|发)一?(遍|下)/;

/**
 * What would begin the matter that is open already asks about its subject: 「教育金一般怎么安排」; and whoever
 * only supposes, 「要是中途不想做了呢」, ends nothing.
 */
const insteadOfActs = (
  { name }: FlowState,
  text: string,
  commands: readonly Command[],
): readonly Command[] => {
  // A complaint is not left half written for another form: how that one is begun is told.
  const beginsAgain = (command: Command) =>
    command.do === 'start_flow' && (command.flow === name || name === 'complaint');
  const isOnlySupposed = supposes(text) && isQuestion(text);
  const resumed = isQuestion(text) ? null : resumedNeed(name, commands);
  if (resumed) return resumed;
  return commands.some((one) => beginsAgain(one) || (isOnlySupposed && isAct(one)))
    ? [{ do: 'answer', query: text }]
    : commands;
};

/** 「那你帮我出个方案吧」 in the middle of one wants what is under way; null: something else is said. */
const resumedNeed = (
  name: FlowName | undefined,
  commands: readonly Command[],
): readonly Command[] | null =>
  name === 'need' &&
  commands.every(isOpening) &&
  commands.some((one) => one.do === 'start_flow' && one.flow === 'need')
    ? [{ do: 'start_flow', flow: 'need' }]
    : null;

const isOpening = ({ do: act }: Command): boolean => act === 'start_flow' || act === 'set_slots';

/** Longer, it may be part of what is complained of, or wanted. */
const SHORT_WISH = 14;

/** 「那给我叫个人来」 in the middle of a complaint wants a person, and is no word of it. */
const personAsked = (text: string, others: () => readonly Command[]): Command | null => {
  if ([...text.trim()].length > SHORT_WISH || !/人|客服|顾问/.test(text)) return null;
  const [only, ...more] = others();
  const isAsked = only?.do === 'request_human' && only.reason === 'asked' && more.length === 0;
  return isAsked ? only : null;
};

/** Only a yes is waited for: what is asked then is no answer nobody understood, it is a question. */
const MIN_QUESTION = 5;
const isWaiting = ({ stage, name }: FlowState, text: string): boolean =>
  stage === 'confirming' && name !== 'complaint' && [...text.trim()].length >= MIN_QUESTION;

/** 「那我想买…，三年那个」 「我先买5000试试」 is about a product, and no line of the plan. */
const WANTS_TO_BUY =
  /((想|要|打算|准备)(去|再)?|先)(少)?(买|申购|入手)(?!房|车|学区|个房|套|新|辆|婚|商铺|保障)/;

/** An act, or values for what is asked, and nothing else; null: there may be more in the words. */
export function plainReply(
  context: TurnContext,
  flow: FlowState,
  text: string,
): readonly Command[] | null {
  if (flow.name === 'assessment' && !COMES_BACK.test(text.trim())) {
    return replyInAssessment(context, flow, text);
  }
  if (flow.name === 'need' && investsBorrowed(text, true)) return NOT_WITH_BORROWED;
  if (flow.name === 'need' && isOfBuying(text)) return null;
  return replyIn(context, flow, text);
}

const NOT_WITH_BORROWED: readonly Command[] = [{ do: 'refuse', subject: 'borrowed_money' }];

const isOfBuying = (text: string): boolean => buyerIn(text) !== null || WANTS_TO_BUY.test(text);

function replyIn(context: TurnContext, flow: FlowState, text: string): readonly Command[] | null {
  const outright = rightsNamed(flow, text) ?? actIn(flow, text) ?? lineNamed(context, flow, text);
  if (outright) return outright;
  if (isErrand(flow, text) || asksElse(flow, text)) return null;
  return toldOrDenied(context, flow, text);
}

/** An act in so many words; null: more may be told. */
function actIn(flow: FlowState, text: string): readonly Command[] | null {
  const act = dialogueAct(text);
  if (act?.do === 'cancel_flow' || act?.do === 'skip_slots') return [act];
  if (act?.do === 'deny' && [...text.trim()].length <= BARE_NO) return [act];
  if (COMES_BACK.test(text.trim()) && flow.name !== 'complaint') {
    return [{ do: 'start_flow', flow: flow.name }];
  }
  return asksBack(flow, text) ? [{ do: 'explain_slot' }] : null;
}

/** Whoever says that something is wrong is not told again what they said is wrong. */
function toldOrDenied(
  { state, today }: TurnContext,
  flow: FlowState,
  text: string,
): readonly Command[] | null {
  const act = dialogueAct(text);
  const isNeed = flow.name === 'need';
  const isDenied = act?.do === 'deny' || (isNeed && isNotHeard(text));
  const values = slotsIn(flow.name, tellingPart(flow, text, false), state, today);
  if (Object.keys(values).length > 0) {
    return [{ do: 'set_slots', values }, ...(isNeed && isDenied ? NOT_SO : [])];
  }
  if (isNeed && isOfOtherMoney(text)) return [{ do: 'start_flow', flow: 'need' }];
  if (isNeed && isDenied && flow.stage === 'confirming') return NOT_SO;
  return act && [act];
}

/**
 * A correction of the echo that nothing else may take for its own: a line called by its name, or told
 * again by who was not heard.
 */
export function correctedEcho(context: TurnContext, text: string): readonly Command[] | null {
  const { flow } = context.state;
  if (flow?.name !== 'need' || isLaidAside(flow)) return null;
  const named = lineNamed(context, flow, text);
  if (named) return named;
  if (!isNotHeard(text)) return null;
  const values = slotsIn('need', toldIn(text), context.state, context.today);
  const isTold = Object.keys(values).length > 0;
  if (isTold) return [{ do: 'set_slots', values }, ...NOT_SO];
  return flow.reminded === true || flow.stage === 'asking' ? null : NOT_SO;
}

/** 「中间要不要用那条改成：到时候才用」: our own words for a line ask nothing. */
function lineNamed(
  context: TurnContext,
  { name }: FlowState,
  text: string,
): readonly Command[] | null {
  if (name !== 'need' || !isLineNamed(text)) return null;
  return [{ do: 'set_slots', values: slotsIn('need', text, context.state, context.today) }];
}

const NOT_SO: readonly Command[] = [{ do: 'deny' }];

/**
 * What a sentence asks, with what it tells for the matter under way; `aside` itself where it tells
 * nothing.
 */
export function withTold(
  context: TurnContext,
  flow: FlowState,
  text: string,
  aside: readonly Command[],
): readonly Command[] {
  // A plan left aside takes nothing out of a question.
  if (isLaidAside(flow) && (aside.length > 0 || asksElse(flow, text))) return aside;
  // Free words are kept as they are, whatever they contain; only a plain question is not a complaint.
  const isOnlyAsked = aside.length > 0 && flow.name === 'complaint';
  const telling = tellingPart(flow, text, aside.length > 0);
  const isForm = flow.name === 'assessment';
  const values =
    isOnlyAsked || isForm ? {} : slotsIn(flow.name, telling, context.state, context.today);
  if (Object.keys(values).length === 0) return aside;
  return [{ do: 'set_slots', values }, ...(keepsAside(flow) ? aside : [])];
}

/** 「那就是最多亏个百分之八吧」 tells a bound; 「就是说最多亏8%？」 after a figure of ours asks whether it holds. */
export const answersNeed = ({ name, stage, values }: FlowState, text: string): boolean =>
  name === 'need' &&
  stage === 'asking' &&
  !('loss_limit' in values) &&
  /^(那|嗯|好|行)*(就)?(是|按|算)?[^，。？?]{0,4}(最多|顶多|至多)?(能|可以)?(亏|跌|赔)[^，。？?]{1,12}(吧|就行|好了)[。！!]*$/.test(
    text.trim(),
  );

/**
 * What may fill slots. Figures in a question about something else are no corrections; an answer given
 * in asking words (「三年行吗」) counts while it is waited for.
 */
function tellingPart(flow: FlowState, text: string, isAnswered: boolean): string {
  const isAsked = flow.stage === 'asking';
  if (flow.name === 'privacy') return isAsked ? text : orderedIn(text);
  if (flow.name !== 'need') return text;
  // 「就是说一年才一千多？」 says back what was heard, and tells nothing.
  if (claimIn(text)?.sumsUp === true && !answersNeed(flow, text)) return '';
  if (!isAsked) return toldIn(text);
  return isAnswered ? answeredIn(text) : text;
}

/**
 * A statement that fills no slot is at most a wish, since knowledge that happens to match it was not
 * asked for; or, when all of it is one, an act in words nobody listed.
 */
function statement(
  router: Router,
  context: TurnContext,
  commands: readonly Command[],
): readonly Command[] {
  if (commands.length === 1 && commands.some(isAct)) return commands;
  const resumed = resumedNeed(context.state.flow?.name, commands);
  if (resumed) return resumed;
  if (context.state.flow?.name === 'need' && commands.every(isSurelyKnown(router, context))) {
    return commands;
  }
  return commands.filter((one) => one.do !== 'answer' && isAside(router, context, one));
}

/** 「我忘记密码」 asks without asking, and is answered where it could hardly mean anything else. */
const isSurelyKnown =
  (router: Router, { today }: TurnContext) =>
  (command: Command): boolean =>
    command.do === 'answer' && router.lookUp(command.query, today).support >= STRONG_EVIDENCE;

const isAct = ({ do: act }: Command): boolean =>
  act === 'affirm' || act === 'deny' || act === 'cancel_flow' || act === 'skip_slots';

/** Words that said what was asked for are no question, too, where the next reply answers them anyway. */
const keepsAside = ({ name }: FlowState): boolean => name !== 'fraud' && name !== 'privacy';

/** Something else that can be answered; what cannot is taken as an answer nobody understood. */
function isAside(router: Router, { today, state }: TurnContext, command: Command): boolean {
  switch (command.do) {
    case 'answer':
      return router.lookUp(command.query, today).support >= router.supportThreshold;
    case 'request_human':
      // 「到时候是谁打给我」 while a call is booked wants no other.
      return state.flow?.name !== 'callback' || command.reason !== 'callback';
    case 'start_flow':
      // 「退休金一年十来万」 in the questionnaire is no plan for a sum.
      return command.flow !== state.flow?.name && !isAmidQuestionnaire(state, command.flow);
    case 'clarify':
    case 'out_of_scope':
    case 'social':
      return false;
    default:
      return !isAct(command);
  }
}

const isAmidQuestionnaire = ({ flow }: TurnContext['state'], begun: FlowName): boolean =>
  flow?.name === 'assessment' && begun === 'need';

/** A matter begins, with what the opening sentence already tells. */
export function opening(flow: FlowName, context: TurnContext, text: string): readonly Command[] {
  // What opens an assessment answers none of its questions.
  const told = slotsIn(flow, text, context.state, context.today);
  const begins = flow === 'need' && context.state.flow?.name !== 'need';
  const values = begins ? withMoneyTold(context, { ...toldOfMoneyLately(context), ...told }) : told;
  const start: Command = { do: 'start_flow', flow };
  return Object.keys(values).length > 0 ? [start, { do: 'set_slots', values }] : [start];
}

/** The sum they said they have is not asked for again. */
function withMoneyTold({ state, today }: TurnContext, told: SlotValues): SlotValues {
  const { money } = state.self;
  if (money === null || 'amount' in told || 'saving' in told) return told;
  return { ...needSlots(money, ['amount'], today), ...told };
}

const beginsPlan = (command: Command): boolean =>
  command.do === 'start_flow' && command.flow === 'need';

/** A matter that begins is told with all that the sentence says about it. */
export const withOpenings = (
  context: TurnContext,
  text: string,
  commands: readonly Command[],
): readonly Command[] =>
  onlyInvited(context, text, commands).flatMap((command) => {
    const short = beginsPlan(command) ? shortMoney(context, text) : null;
    if (short) return short;
    if (command.do === 'start_flow') return opening(command.flow, context, text);
    const isComplaint = command.do === 'request_human' && command.reason === 'complaint';
    if (isComplaint) return opening('complaint', context, text);
    return [command.do === 'emergency' ? withAllTold(command, text, context.state) : command];
  });
