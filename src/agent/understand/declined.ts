import type { ConversationState } from '../../conversation/evolve.js';
import type { Command } from '../../terms/command.js';
import { mannersIn } from './dialogue-acts.js';
import { isQuestion } from './question-words.js';

/**
 * 不要的事: a clause that declines a person, a plan or a complaint, or wants to hear no more of the matter
 * under way, is taken at its word: it begins nothing, and the rest of the message is read without it.
 */

const LEAD =
  '(我|还是|要不|暂时|现在|都|也|可|请|就|先|说了|说过|早就|真的|其实|那|好|行|好了|得了|算了|唉|哎|嗯)*';
const TAIL = '(了|吧|啊|呀|的|哈|嘛|呢|!|！|。)*$';
const NO = '(不用|不要|不需要|不必|不想要?|别|甭|无需|用不着|没必要)';

const PERSON = new RegExp(
  `^${LEAD}${NO}(你们?|给我|帮我|麻烦)*(转|找|叫|请|接|安排|打|来|联系|约|派)*(个|一个|一位)?` +
    `(人工|真人|顾问|经理|专人|电话|回电|客服)(来|打来|联系)?(我)?${TAIL}`,
);
const PLAN = new RegExp(
  `^${LEAD}(${NO}|没(让|叫|要)|不是(要|来|想)?|不(再|想)*(?=做|搞|弄))(你们?|再|给我|帮我|做|搞|弄|什么|这个|那个|个)*(理财|资产)?(规划|配置方案|做方案)${TAIL}`,
);
const COMPLAINT = new RegExp(
  `^${LEAD}(不是|不想|不用|不要|没(想|说要|有要|打算)|先?不|不打算|没要|没说(要|想)?)(要|来|去|想|在)*投诉(的?意思|你们?|谁|他|她)?${TAIL}|` +
    `^${LEAD}(你)?(别|不要|不用|甭)(再|给我|帮我)*(登记|记)(投诉)?${TAIL}`,
);
/** Whoever filed it already, or wants to hear no more. */
const STOPS = new RegExp(
  `^${LEAD}先?(不说|不聊|不弄|不谈|不填|不登记|不投诉|别问|不要问|别再问|不用问|别说|别提|不提)(这个|它|我)?${TAIL}|` +
    `^${LEAD}算了(吧|不.{1,4})?${TAIL}|^(到此为止|就到这|先到这)${TAIL}|(已经|刚才|早就).{0,4}(登记|投诉)过${TAIL}`,
);

/** 「别扯攒钱」: what is not to be spoken of is not asked. */
const SUBJECT = new RegExp(
  `^${LEAD}(别|不要|少|甭)(再|跟我|给我|老)*(扯|提|讲|谈|说)(什么|那些|这些)?[^吗么]{1,10}${TAIL}`,
);

type Declined = 'person' | 'plan' | 'complaint' | 'talk' | 'subject';
const WORDS: readonly (readonly [Declined, RegExp])[] = [
  ['person', PERSON],
  ['plan', PLAN],
  ['complaint', COMPLAINT],
  ['talk', STOPS],
  ['subject', SUBJECT],
];

export interface Refused {
  /** What is still to be read; empty: nothing. */
  readonly rest: string;
  readonly commands: readonly Command[];
}

const CLAUSE = /(?<=[，,。！!？?；;\n])/;
const MARKS = /[\s，,。！!？?；;、~…]+$/;

/** Null: nothing is declined. */
export function declinedIn(text: string, state: ConversationState): Refused | null {
  const clauses = text
    .split(CLAUSE)
    .map((words) => ({ words, what: whatIsDeclined(words.replace(MARKS, '').trim(), state) }));
  const declined = clauses.flatMap(({ what }) => what ?? []);
  if (declined.length === 0) return null;
  const rest = clauses
    .filter(({ what, words }) => what === null && !ONLY_ASKED.test(words.trim()))
    .map(({ words }) => words)
    .join('')
    .trim();
  const commands = closing(declined, state);
  const isRead = rest !== '' && (commands.every(isNotClosing) || asksOrWishes(rest));
  if (isRead) return { rest, commands };
  if (declined.every((one) => one === 'subject')) return null;
  return { rest: '', commands: commands.length > 0 ? commands : [bare(rest)] };
}

/** 「我没有要投诉，只是问问」 gives the reason, and asks nothing. */
const ONLY_ASKED =
  /^(我|就|只|也|是|随便)+(想)?(问问|问一下|问一?声|问下|了解一下|打听一下)(而已|的)?[，,。！!]*$/;

/** Left with thanks and a goodbye, or with nothing more. */
const bare = (rest: string): Command => mannersIn(rest) ?? { do: 'social', act: 'noted' };
const isNotClosing = ({ do: act }: Command): boolean => act !== 'cancel_flow';
const asksOrWishes = (rest: string): boolean =>
  isQuestion(rest) ||
  /看|查|让|叫|找|人工|真人|人来|介绍|讲|(?<!就|是)说说|给我|帮我|转|换|买|卖|赎|问/.test(rest);

function whatIsDeclined(clause: string, { flow }: ConversationState): Declined | null {
  const found = WORDS.find(([, words]) => words.test(clause))?.[0] ?? null;
  // 「我说不要电话，他们还天天打」 is part of what is complained of, or of what is asked of our data.
  const isToldThere = flow?.name === 'complaint' || flow?.name === 'privacy';
  if ((found === 'person' || found === 'subject') && isToldThere) return null;
  return found === 'talk' && flow === null ? null : found;
}

/** What ends with it: the matter that is open, or the call that was asked for. */
function closing(declined: readonly Declined[], state: ConversationState): readonly Command[] {
  const { flow, handoff, complaintDue } = state;
  const endsFlow = declined.some((one) => one === 'talk' || FLOW_OF[one] === flow?.name);
  const ended: readonly Command[] = endsFlow && flow ? [{ do: 'cancel_flow' }] : [];
  const isOnRecord = ended.length > 0 && flow?.name === 'complaint' && complaintDue !== null;
  return [
    ...(isOnRecord ? [{ do: 'follow_settled', flow: 'complaint' } as const] : []),
    ...ended,
    ...(declined.includes('person') && handoff !== 'none' ? [{ do: 'cancel_human' } as const] : []),
  ];
}

const FLOW_OF: Readonly<Record<Declined, string | null>> = {
  person: 'callback',
  plan: 'need',
  complaint: 'complaint',
  talk: null,
  subject: null,
};

/** Whether a command begins what these words decline; a large model may not have heard the 「不」. */
export function isDeclined(command: Command, text: string, state: ConversationState): boolean {
  const clauses = text.split(CLAUSE).map((words) => words.replace(MARKS, '').trim());
  const declines = (one: Declined) =>
    clauses.some((clause) => whatIsDeclined(clause, state) === one);
  if (command.do === 'start_flow') {
    return (
      (command.flow === 'need' && declines('plan')) ||
      (command.flow === 'complaint' && declines('complaint')) ||
      (command.flow === 'callback' && declines('person'))
    );
  }
  if (command.do !== 'request_human') return false;
  return command.reason === 'complaint' ? declines('complaint') : declines('person');
}
