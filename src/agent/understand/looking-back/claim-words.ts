import { normalize } from '../../../language/fold.js';

/** 求证: what the customer has understood, said back for a yes or a no. */

/** 「也就是说…」 sums up what was heard. */
const SUMS_UP =
  /^(哦|噢|嗯|啊|那|喔)*[，,\s]*(所以(说)?|也就是(说)?|就是说|意思(就)?是(说)?|你的意思(就)?是(说)?|您的意思(就)?是(说)?|等于(说|是)?|合着|换句话说|说白了|照(你|您)(这么|这样)?说|这么说(来|起来)?|这样(说|看)来?|那(就|不就|岂不)是(说)?|那不就|是不是(就)?(说|意思)(是)?)[，,\s]*(就是|是)?/;
const FILLER = /^(哦+|噢+|嗯+|喔+|那么?|就是?)[，,\s]*/;
/** 「…对吧」 asks for nothing but a yes. */
const WANTS_YES =
  /[，,\s]*(对不对|对吧|对吗|对么|对不|是吧|是吗|是么|没错吧|没(说|理解)错吧|是这样(的)?(吧|吗|么)|(可以|能)这么(说|理解)(吧|吗)|是不是(啊|呀)?)[啊呀呢]?[?？!！。~\s]*$/;
const TAIL = /[，,\s]*(吧|吗|么|嘛|啦|呀|咯|喽|啊|了吧|的吧)*[?？!！。~\s]*$/;
/** What asks for more than a yes is a question of its own. */
const ASKS_MORE =
  /什么|啥|怎么|咋|多(少|久|长|大|高)|几(?!万|千|百)|哪|为何|为什么|谁|有没有|能不能|要不要|会不会|还是/;
const MAX_LENGTH = 40;
const MIN_LENGTH = 2;

const SPEAKER = '(?:你们?|您)';
const THEN = '(?:当初|当时|之前|上次|上回|刚才|刚|以前|原来|前面|一开始)';
const BUT = '(?:可是|但是|不过|但|可|哎|咦)?[，,\\s]*';
/** 「你们当初不是说这个保本的吗」 「你刚说几天？不是T+3吗」 */
const WAS_SAID = new RegExp(
  `^${BUT}${SPEAKER}?${THEN}*${SPEAKER}?(?:不是|没)(?:说|讲|告诉我|承诺|保证|答应)(?:过|了|好)?(.{2,24}?)(?:的)?(?:吗|么|嘛)[?？]*$`,
);
const IS_IT_NOT = new RegExp(
  `^${BUT}(.{0,12}?)(?:不就?是|(?<=.{2})就是)(.{2,20}?)(?:的)?(?:吗|么|嘛|吧)[?？]*$`,
);
/** 「上次说收益4%」: told without a question, with a figure or a promise. */
const TOLD_THEN = new RegExp(
  `^${BUT}(?:${SPEAKER}${THEN}|${THEN}${SPEAKER}|${THEN})(?:明明|就|都|是|跟我|和我)*(?:说|讲|写|答应|承诺)(?:的)?(?:是)?(.{2,24}?)(?:的|啊|呀|来的)*[。！!]*$`,
);
/** 「这不是骗人吗」 claims nothing that an answer could decide. */
const CLAIMABLE =
  /保本|亏|赔|风险|收益|利息|费|免|收|扣|到账|取|赎|买|卖|\d|工作日|锁|封闭|保险|保证|承诺|存款|安全/;
const FIGURE_OR_PROMISE =
  /\d|[一二三四五六七八九十]+个?(点|天|成|工作日)|百分之|保本|不会?亏|稳赚|没有?风险/;

/** What the customer says they were told, held against us; null: nothing of the kind. */
const reproachIn = (text: string): string | null => saidThen(text) ?? supposed(text);

function saidThen(text: string): string | null {
  const said = WAS_SAID.exec(text)?.[1];
  if (said !== undefined && !ASKS_MORE.test(said)) return said;
  const told = TOLD_THEN.exec(text)?.[1] ?? '';
  const isOpen = ASKS_MORE.test(told) || /[吗么呢嘛]$/.test(told);
  return FIGURE_OR_PROMISE.test(told) && !isOpen ? told : null;
}

/** 「几天？不是T+3吗」: the last question of a message. */
function supposed(text: string): string | null {
  const [last = ''] = text
    .split(/[?？]/)
    .filter((part) => part.trim() !== '')
    .slice(-1);
  const [, subject = '', predicate = ''] = IS_IT_NOT.exec(last.trim()) ?? [];
  const isOpen = ASKS_MORE.test(subject + predicate) || /骗|坑|忽悠|废话/.test(predicate);
  if (isOpen || !CLAIMABLE.test(predicate)) return null;
  return `${subject.replace(/[，,]$/, '')}${predicate}`;
}

export interface Claim {
  /** What is claimed, without what asks for the yes. */
  readonly words: string;
  /** It sums up what was heard: 「所以…」. */
  readonly sumsUp: boolean;
  /** It is held against us that we said otherwise: it claims something even where nothing was said yet. */
  readonly isReproach: boolean;
}

/** Null: nothing is said back for a yes. */
export function claimIn(said: string): Claim | null {
  const text = normalize(said).text.trim();
  if ([...text].length > MAX_LENGTH) return null;
  const reproach = reproachIn(text);
  if (reproach !== null) return { words: reproach, sumsUp: false, isReproach: true };
  const wantsYes = WANTS_YES.test(text);
  const body = text.replace(WANTS_YES, '');
  const sumsUp = SUMS_UP.test(body);
  const isAsked = wantsYes || (sumsUp && /(吧|吗|么|嘛|啦|咯|喽|[?？])[?？\s]*$/.test(text));
  if (!isAsked) return null;
  const words = body.replace(SUMS_UP, '').replace(FILLER, '').replace(TAIL, '').trim();
  if ([...words].length < MIN_LENGTH || ASKS_MORE.test(words)) return null;
  return { words, sumsUp, isReproach: false };
}
