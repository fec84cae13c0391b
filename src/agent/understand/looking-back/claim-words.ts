import { normalize } from '../../../language/fold.js';

/** 求证: what the customer has understood, said back for a yes or a no. */

/** 「也就是说…」 sums up what was heard. */
const SUMS_UP =
  /^(哦+|噢+|嗯+|啊|那|喔)*[，,\s]*(所以(说)?|也就是(说)?|就是说|意思(就)?是(说)?|你的意思(就)?是(说)?|您的意思(就)?是(说)?|等于(说|是)?|合着|换句话说|说白了|照(你|您)(这么|这样)?说|这么说(来|起来)?|这样(说|看)来?|那(就|不就|岂不)是(说)?|那不就|是不是(就)?(说|意思)(是)?)[，,\s]*(就是|是)?/;
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

export interface Claim {
  /** What is claimed, without what asks for the yes. */
  readonly words: string;
  /** It sums up what was heard: 「所以…」. */
  readonly sumsUp: boolean;
}

/** Null: nothing is said back for a yes. */
export function claimIn(said: string): Claim | null {
  const text = normalize(said).text.trim();
  if ([...text].length > MAX_LENGTH) return null;
  const wantsYes = WANTS_YES.test(text);
  const body = text.replace(WANTS_YES, '');
  const sumsUp = SUMS_UP.test(body);
  const isAsked = wantsYes || (sumsUp && /(吧|吗|么|嘛|啦|咯|喽|[?？])[?？\s]*$/.test(text));
  if (!isAsked) return null;
  const words = body.replace(SUMS_UP, '').replace(FILLER, '').replace(TAIL, '').trim();
  if ([...words].length < MIN_LENGTH || ASKS_MORE.test(words)) return null;
  return { words, sumsUp };
}
