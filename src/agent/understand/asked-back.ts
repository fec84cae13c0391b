import type { FlowState } from '../../conversation/flows/flow.js';
import { normalize } from '../../language/fold.js';

/** 反问: the customer wants to know what a question of ours means, or why it is put. */

/** 「这题看不懂」 「什么意思」 of the question itself; with a subject of its own it is another question. */
const EXPLAIN =
  /(这|那|上面|第.{1,3})(一)?(道|个)?(题|问题).{0,8}(不懂|不明白|意思|问的|解释|怎么理解|怎么算)|^(这|那)?(个)?(是)?(什么|啥)意思(啊|呀|呢)?$|^(我)?(看|读|听)?不(懂|明白)(啊|呀|了)?$|^(给我)?解释(一下|下)?(吧)?$|^(这)?怎么算(的)?(啊|呀|呢)?$|^(这)?问的是(什么|啥)/;

export const asksWhyAsked = (folded: string): boolean => WHY_ASKED.test(folded);

/** What folded words ask of a question of ours. */
export const asksMeaning = (folded: string): boolean => EXPLAIN.test(folded);

/** Why a question is put at all. */
const WHY_ASKED =
  /(问|打听|了解|知道)(我)?(这个?|那个?|这些|这么(多|细)|得这么(多|细))?(是)?(干嘛|干什么|干啥|做什么|有(什么|啥)用)|(为什么|为啥|干嘛|凭什么)(要|还|非|老|总)?(要|得)?(问|知道|打听|告诉你)/;
const WHAT_IS =
  /(什么|啥)(叫|是|意思)|(叫|是)(什么|啥)|不(太|大)?(懂|明白|理解)|没(听|看)?懂|解释|怎么(算|理解)|(比如|举(个)?例)/;

/** The words each question of the plan is put with. */
const SUBJECT: Readonly<Record<string, RegExp>> = {
  goal: /用途|目标|打算|做什么/,
  amount: /约数|多少钱/,
  horizon: /期限|多久|年数/,
  liquidity: /流动|随时|中间要用/,
  loss_limit: /亏|损失|承受|风险/,
  priority: /波动|哪一头/,
};
/** 「跌一点能接受」 「别亏太多就行」: no bound yet, and none is thought of before it is told what one is. */
const NO_BOUND =
  /^(?!.*[\d一二两三四五六七八九十半](成|%|万|千|百))(.*(跌|亏|赔|损失)(一)?(点|些)(点|儿)?[^，。]{0,3}(能|可以|没事|接受|还行|不怕)|.*(能|可以|可)(接受|承受)(一)?(点|些)[^，。]{0,3}(跌|亏|损失)|.*(别|不能|不要|不)(跌|亏|赔)得?太(多|狠|厉害)|.*亏(得)?太(多|狠)[^，。]{0,4}(睡不|受不|不行))/;
const MOST = 24;

/** Whether words ask back about the question that waits in a plan. */
export function asksBack({ name, stage, asked }: FlowState, text: string): boolean {
  const folded = normalize(text).text.replace(/[\s，,。！!?？~]/g, '');
  const [slot] = asked;
  if (name !== 'need' || stage !== 'asking' || !slot || [...folded].length > MOST) return false;
  if (WHY_ASKED.test(folded) || asksMeaning(folded)) return true;
  if (slot === 'loss_limit' && NO_BOUND.test(folded)) return true;
  return WHAT_IS.test(folded) && SUBJECT[slot]?.test(folded) === true;
}
