import type { TurnContext } from '../../conversation/agent.js';
import type { FlowState } from '../../conversation/flows/flow.js';
import { rightsOf } from '../../conversation/flows/privacy.js';
import { normalize } from '../../language/fold.js';
import type { Command } from '../../terms/command.js';
import { dialogueAct } from './dialogue-acts.js';
import { rightsIn } from './slots/rights.js';
import { orderedIn } from './slots/told.js';

/** 办到一半的个人信息请求: said again, another right named beside it, or asked about. */

/** 「先不删了」 「取消删除」 「别登记」 take it back; 「不是删除，是查看」 puts another in its place. */
const TAKES_BACK =
  /(不|别|没|甭|取消|停止|暂停|撤回|撤销)[^，。,]{0,3}(删|注销|清|关|查|看|改|登记|请求|申请|办|弄)|算了|反悔|后悔|(不|没)(是|对)|错|改成|换成/;

/**
 * Whoever asks again for what waits for their yes has said yes, and whoever asks for another right
 * beside it keeps the first. Null: neither.
 */
export function rightsNamed(flow: FlowState, text: string): readonly Command[] | null {
  if (flow.name !== 'privacy' || flow.stage !== 'confirming') return null;
  const { text: folded } = normalize(orderedIn(text));
  if (TAKES_BACK.test(folded) || dialogueAct(text)?.do === 'deny') return null;
  const named = rightsIn(folded);
  const wanted = flow.values['right'] ?? null;
  if (named === null || wanted === null) return null;
  const before = rightsOf(wanted);
  const more = rightsOf(named).filter((one) => !before.includes(one));
  if (more.length === 0) return [{ do: 'affirm' }];
  return [{ do: 'set_slots', values: { right: [...before, ...more] } }];
}

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
