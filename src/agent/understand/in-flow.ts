import type { TurnContext } from '../../conversation/agent.js';
import { isLaidAside } from '../../conversation/flows/engine.js';
import type { FlowState } from '../../conversation/flows/flow.js';
import type { Command, FlowName, SlotValues } from '../../terms/command.js';
import { orderSum } from './about-products.js';
import { asksBack } from './asked-back.js';
import { dialogueAct, mannersIn } from './dialogue-acts.js';
import { asksErrand } from './errands.js';
import { replyInAssessment } from './in-assessment.js';
import { withAllTold } from './fraud/news.js';
import { claimIn } from './looking-back/claim-words.js';
import { onlyInvited } from './invited.js';
import { buyerIn, investsBorrowed } from './suitability-words.js';
import { isQuestion } from './question-words.js';
import type { Router } from './router.js';
import { STRONG_EVIDENCE } from './topic.js';
import { withoutAskedBack } from './slots/asked-back.js';
import { besidesAnswer } from './slots/besides-answer.js';
import { isOfCallTime } from './slots/callback-times.js';
import { needSlots } from './slots/need-slots.js';
import { slotsIn } from './slots/slots.js';
import { answeredIn, orderedIn, supposes, toldIn } from './slots/told.js';
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
  const manners = mannersIn(text);
  if (manners) return [manners];
  const plain = plainReply(context, flow, text);
  if (plain) return plain;
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
  if (name === 'complaint' && isWronged(text)) return false;
  // 「明天上午行吗」 tells when to call.
  if (name === 'callback' && isOfCallTime(text)) return false;
  return isQuestion(name === 'need' ? withoutAskedBack(text) : text);
};

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
  return commands.some((one) => beginsAgain(one) || (isOnlySupposed && isAct(one)))
    ? [{ do: 'answer', query: text }]
    : commands;
};

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

function replyIn(
  { state, today }: TurnContext,
  flow: FlowState,
  text: string,
): readonly Command[] | null {
  const act = dialogueAct(text);
  if (act?.do === 'cancel_flow' || act?.do === 'skip_slots') return [act];
  if (act?.do === 'deny' && [...text.trim()].length <= BARE_NO) return [act];
  if (COMES_BACK.test(text.trim()) && flow.name !== 'complaint') {
    return [{ do: 'start_flow', flow: flow.name }];
  }
  if (asksBack(flow, text)) return [{ do: 'explain_slot' }];
  if (isErrand(flow, text) || asksElse(flow, text)) return null;
  const values = slotsIn(flow.name, tellingPart(flow, text, false), state, today);
  if (Object.keys(values).length > 0) return [{ do: 'set_slots', values }];
  return act && [act];
}

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

/**
 * What may fill slots. Figures in a question about something else are no corrections; an answer given
 * in asking words (「三年行吗」) counts while it is waited for.
 */
function tellingPart(flow: FlowState, text: string, isAnswered: boolean): string {
  const isAsked = flow.stage === 'asking';
  if (flow.name === 'privacy') return isAsked ? text : orderedIn(text);
  if (flow.name !== 'need') return text;
  // 「就是说一年才一千多？」 says back what was heard, and tells nothing.
  if (claimIn(text)?.sumsUp === true) return '';
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

/** What a short question in the middle of a request about personal data is about. */
const TOPICS: Readonly<Record<string, string>> = {
  opt_out: '个性化推荐',
  delete: '个人信息删除',
  stop_marketing: '营销短信退订',
  access: '查看个人信息',
};
const GOES_ON = /^(那|关了|删了|停了|之后|以后|这样|还|会不会)/;
/** 「那交易记录为什么不能删」 says itself what it is about. */
const OWN_SUBJECT = /记录|资料|信息|同意|授权|手机号|公司/;
const SHORT = 14;

/** 「关了之后还能买吗」 while a request is open is about that request. */
export function inTopic({ flow }: TurnContext['state'], text: string): string {
  const topic = flow?.name === 'privacy' ? TOPICS[String(flow.values['right'])] : undefined;
  const isShort = [...text.trim()].length <= SHORT;
  const goesOn = GOES_ON.test(text.trim()) && !OWN_SUBJECT.test(text);
  return topic && isShort && goesOn ? `${topic}${text.trim()}` : text;
}

/** A matter begins, with what the opening sentence already tells. */
export function opening(flow: FlowName, context: TurnContext, text: string): readonly Command[] {
  // What opens an assessment answers none of its questions.
  const told = slotsIn(flow, text, context.state, context.today);
  const values = flow === 'need' ? withMoneyTold(context, told) : told;
  const start: Command = { do: 'start_flow', flow };
  return Object.keys(values).length > 0 ? [start, { do: 'set_slots', values }] : [start];
}

/** The sum they said they have is not asked for again. */
function withMoneyTold({ state, today }: TurnContext, told: SlotValues): SlotValues {
  const { money } = state.self;
  if (money === null || 'amount' in told || 'saving' in told) return told;
  return { ...needSlots(money, ['amount'], today), ...told };
}

/** A matter that begins is told with all that the sentence says about it. */
export const withOpenings = (
  context: TurnContext,
  text: string,
  commands: readonly Command[],
): readonly Command[] =>
  onlyInvited(context, text, commands).flatMap((command) => {
    if (command.do === 'start_flow') return opening(command.flow, context, text);
    const isComplaint = command.do === 'request_human' && command.reason === 'complaint';
    if (isComplaint) return opening('complaint', context, text);
    return [command.do === 'emergency' ? withAllTold(command, text, context.state) : command];
  });
