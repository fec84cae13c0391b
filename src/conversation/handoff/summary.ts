import type { SlotValues } from '../../terms/command.js';
import type { ConversationEvent, Recorded, ReplyDecided } from '../events.js';
import { fold } from '../evolve.js';
import { slotText } from '../flows/slot-words.js';
import { foldHandoff } from './evolve.js';

/** 接手摘要: what whoever takes a conversation must know, each point where it was said. */
export interface Point {
  readonly text: string;
  /** Place in the record of what it was taken from. */
  readonly seq: number;
  /** Written by a colleague for colleagues: never for the customer's eyes. Absent: it was said. */
  readonly inHouse?: true;
}

export interface Summary {
  /** 想知道. */
  readonly wanted: readonly Point[];
  /** 已答, or tried in vain. */
  readonly tried: readonly Point[];
  /** 已承诺. */
  readonly promised: readonly Point[];
  /** 未完. */
  readonly open: readonly Point[];
}

/** The last points of each kind; who needs more reads the conversation. */
const MOST = 4;
const LONGEST = 44;

/** Of the matter since the last handoff ended; what was promised before still binds. Pure. */
export function summaryOf(recorded: readonly Recorded[]): Summary {
  const { segment } = foldHandoff(recorded);
  const matter = recorded.filter(({ seq }) => seq > segment);
  const talk = turnsOf(matter);
  return {
    wanted: last([...wantedIn(talk), ...needIn(matter)]),
    tried: last(talk.flatMap(triedIn)),
    promised: last(recorded.flatMap(promisedIn)),
    open: last([...talk.flatMap(openIn), ...underWay(matter)]),
  };
}

/** What the customer may see of it: they said it, or heard it. */
export const toldOf = ({ wanted, tried, promised, open }: Summary): Summary => {
  const said = (points: readonly Point[]) => points.filter(({ inHouse }) => inHouse !== true);
  return { wanted: said(wanted), tried: said(tried), promised: said(promised), open: said(open) };
};

const last = (points: readonly Point[]): readonly Point[] =>
  points
    .filter(({ text }, at) => points.findLastIndex((one) => one.text === text) === at)
    .sort((a, b) => a.seq - b.seq)
    .slice(-MOST);

type Said = Recorded<Extract<ConversationEvent, { kind: 'MessageReceived' }>>;

/** A message and what came of it; null: nobody has answered it yet. */
interface Exchange {
  readonly message: Said;
  readonly reply: Recorded<ReplyDecided> | null;
  readonly isAnswered: boolean;
}

function turnsOf(matter: readonly Recorded[]): readonly Exchange[] {
  const replies = matter.filter((one): one is Recorded<ReplyDecided> => isReply(one.event));
  const spoken = matter.flatMap(({ event }) =>
    event.kind === 'AdvisorSaid' ? event.inReplyTo : [],
  );
  return matter
    .filter((one): one is Said => one.event.kind === 'MessageReceived')
    .map((message) => {
      const { id } = message.event;
      const reply = replies.find(({ event }) => event.inReplyTo.includes(id)) ?? null;
      return { message, reply, isAnswered: reply !== null || spoken.includes(id) };
    });
}

const isReply = (event: ConversationEvent): event is ReplyDecided => event.kind === 'ReplyDecided';

/** Replies to these asked for nothing that a person would have to know. */
const IDLE: readonly ReplyDecided['outcome']['kind'][] = ['greeting', 'notice', 'handed_off'];
/** Called by a word or a button; the reason stands in the head of the conversation. */
const CALLS_A_PERSON = /^(我?要?)?(转|找|叫|请)?(人工|真人|客服|顾问)(来|服务|客服)?$|^\s*$/;
const MANNERS =
  /^(好的?|嗯+|哦+|谢谢(您|你)?|多谢|行|可以|知道了|明白了?|您?你?好|在吗)[。，！!~啊呀吧了]*$/;

const wantedIn = (talk: readonly Exchange[]): readonly Point[] =>
  talk
    .filter(({ message, reply }) => {
      const words = message.event.text.trim();
      const isIdle = reply !== null && IDLE.includes(reply.event.outcome.kind);
      return !isIdle && !CALLS_A_PERSON.test(words) && !MANNERS.test(words);
    })
    .map(({ message: { seq, event } }) => ({ text: short(event.text), seq }));

/** 「教育，30 万元，5 年，最多亏 10%」; empty: nothing is known. */
export const needWords = (values: SlotValues): string =>
  Object.entries(values)
    .filter(([slot, value]) => slot !== 'currency' && value !== null)
    .map(([slot, value]) => slotText('need', slot, value))
    .join('，');

/** 需求, as it was confirmed or told so far, from the message that told last of it. */
function needIn(matter: readonly Recorded[]): readonly Point[] {
  const seqOf = (id: string) =>
    matter.find(({ event }) => event.kind === 'MessageReceived' && event.id === id)?.seq ?? 0;
  const told = matter.flatMap(({ event }): readonly (readonly [SlotValues, string, boolean])[] => {
    if (event.kind === 'NeedStated') return [[event.need, event.source, true]];
    return event.kind === 'FlowAdvanced' && event.flow === 'need'
      ? [[event.values, event.source, false]]
      : [];
  });
  const [values, source, isConfirmed] = told.at(-1) ?? [null, '', false];
  const words = values && needWords(values);
  return words ? [{ text: `${isConfirmed ? '需求' : '说到'}：${words}`, seq: seqOf(source) }] : [];
}

const TRIED: Readonly<Partial<Record<ReplyDecided['outcome']['kind'], string>>> = {
  answered: '已答',
  unsure: '没答上',
  refused: '说明不能办',
  foreign_product: '说明不是我们的产品',
  out_of_scope: '说明不在范围内',
  comforted: '已安抚',
  fraud_alert: '已提醒停止转账',
  crisis: '已给出求助电话',
  recorded: '已登记',
};

function triedIn({ reply }: Exchange): readonly Point[] {
  if (!reply) return [];
  const { outcome, statement } = reply.event;
  const how = TRIED[outcome.kind];
  if (!how) return [];
  const cited = statement.citations.length > 0 ? '（有依据）' : '';
  const words = `${short(statement.text)}${cited}`;
  // Its line is headed 「已答」 already.
  return [{ text: outcome.kind === 'answered' ? words : `${how}：${words}`, seq: reply.seq }];
}

/** 「我核实后今天下午回复您」: a person's word that something will be done. */
const GIVES_WORD =
  /(我|我们)[^。！？]{0,12}(会|来|去|就|马上|尽快|稍后|今天|明天|下午|这周)[^。！？]{0,20}(回复|答复|回您|回电|联系|告诉|发给|发您|打给|打您|核实|核对|查清|确认|跟进|办)/;

function promisedIn({ seq, event }: Recorded): readonly Point[] {
  switch (event.kind) {
    case 'CallbackBooked':
      return [{ text: `约了回电：${event.slot.label}`, seq }];
    case 'ComplaintFiled':
      return [{ text: `投诉已登记，${event.deadlines.decision} 前答复`, seq }];
    case 'PrivacyRequested':
      return [{ text: '个人信息请求已登记，由专人办理', seq }];
    case 'PenReturned':
      return event.agreed === null
        ? []
        : [{ text: `交回时约定：${short(event.agreed)}`, seq, inHouse: true }];
    case 'ReplyDecided':
      return event.statement.cards.some(({ kind }) => kind === 'plan')
        ? [{ text: '给过方案草稿，说明要等持证顾问审核', seq }]
        : [];
    case 'AdvisorSaid':
      return sentencesIn(event.statement.text)
        .filter((sentence) => GIVES_WORD.test(sentence))
        .map((sentence) => ({ text: `${event.by.name}：${short(sentence)}`, seq }));
    default:
      return [];
  }
}

function openIn({ message, reply, isAnswered }: Exchange): readonly Point[] {
  const { seq, event } = message;
  if (!isAnswered && event.text.trim() !== '' && !CALLS_A_PERSON.test(event.text.trim())) {
    return [{ text: `还没有回复：${short(event.text)}`, seq }];
  }
  return reply?.event.outcome.kind === 'unsure'
    ? [{ text: `没有依据，没答上：${short(event.text)}`, seq }]
    : [];
}

const MATTERS = {
  need: '理财需求',
  complaint: '投诉',
  privacy: '个人信息请求',
  callback: '约回电',
  fraud: '疑似被骗',
  assessment: '风险测评',
} as const;

/** A matter that was begun and is neither on record nor dropped, also where the request cut it short. */
function underWay(matter: readonly Recorded[]): readonly Point[] {
  const { flow } = fold(matter.map(({ event }) => event));
  const seqOf = (kind: ConversationEvent['kind']) =>
    matter.findLast(({ event }) => event.kind === kind)?.seq ?? 0;
  const request = matter.findLast(({ event }) => event.kind === 'HandoffRequested');
  const told = request?.event.kind === 'HandoffRequested' ? (request.event.told ?? null) : null;
  if (told) {
    const point = { text: `${MATTERS[told.flow]}说到一半，还没登记`, seq: request!.seq };
    return [point];
  }
  return flow
    ? [{ text: `${MATTERS[flow.name]}问到一半，还没登记`, seq: seqOf('FlowAdvanced') }]
    : [];
}

const sentencesIn = (text: string): readonly string[] =>
  text.match(/[^。！？!?\n]+[。！？!?]?/g) ?? [];

/** The first sentence without marks, cut where a line ends. */
export function short(text: string): string {
  const plain = text.replace(/\*\*|\s*\[\d+\]/g, '').trim();
  const [first = plain] = sentencesIn(plain);
  const words = [...first.trim().replace(/[。：]$/, '')];
  return words.length <= LONGEST ? words.join('') : `${words.slice(0, LONGEST - 1).join('')}…`;
}
