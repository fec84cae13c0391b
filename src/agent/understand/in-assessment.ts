import type { TurnContext } from '../../conversation/agent.js';
import type { FlowState } from '../../conversation/flows/flow.js';
import { normalize } from '../../language/fold.js';
import type { Command } from '../../terms/command.js';
import { asksMeaning, asksWhyAsked } from './asked-back.js';
import { dialogueAct } from './dialogue-acts.js';
import { isQuestion } from './question-words.js';
import { isReason, wantsElse } from './slots/change-reason.js';
import { slotsIn } from './slots/slots.js';

/** 测评中的话: an answer, a wish to stop, what a question means, or which answer to give, which nobody is told. */

const STOPS =
  /^(先|我|还是)*(不|别)(想|要|用)?(再)?(测|做|填|答|评)(了|吧|啦)*|^(算了|取消|退出|停(下|止)?|改天|下次|重新开始|从头再?来)(测评|问卷|测|做|填|再说|再测|再做|吧|了|啊)*$/;

const LATER =
  /(等|过)(会儿?|一?下)(再|继续|接着)(说|做|测|填|弄|答|来)|(一会儿?|回头|晚点|稍后|待会儿?)(再|继续|接着)(说|做|测|填|弄|答|来)/;

/** 「我该选哪个」 「怎么填才能买」. */
const COACH =
  /(该|应该|要|得)(选|填|答)(哪|什么|啥|几)|(选|填|答)(哪(个|项|一)|什么|啥|几).{0,6}(好|合适|高|对|划算)|(怎么|咋|如何)(选|填|答).{0,12}(高|好|才|能|过|买|C|c)|(帮|替|给)我.{0,2}(选|填|答|勾)|你(觉得|看|说|帮).{0,6}(选|填|答)|(推荐|建议).{0,4}(选|填|答)|标准答案|(才|就)(能|可以)(买|到|变成|达到|过|测).{0,6}(吗|呢|不)?$|哪(个|项)(得)?分.{0,3}高/;

/** Whoever says what to answer: people, and what stands on the net. */
const SOMEBODY =
  '(经理|顾问|客服|柜台|员工|销售|人家|他们|别人|朋友|同事|家里人|爸|妈|儿子|女儿|孩子|老公|老婆|爱人|先生|太太|老师|群里|群友|网上|网友|攻略|教程|帖子|视频|抖音|快手|小红书|知乎|微博|公众号|论坛|直播间?|博主|主播|百度|豆包|deepseek|大家)';
const ANSWERS = '(选|填|答|写|勾|点)';

/**
 * 「理财经理让我选C」 「我儿子替我填的」 「照着攻略填的」: the answer is another's, which makes it no assessment
 * (row 10). Said within one clause, but for what somebody said: 「孩子要上学，选B」 is one's own answer.
 */
const COACHED = new RegExp(
  [
    `${SOMEBODY}[^，,。；;]{0,4}((叫|让|要|教|帮|替|给|说|讲|写|推荐|建议)[^，,。；;]{0,3}(我|俺)?[^，,。；;]{0,3}(都|全)?|(说|告诉我|教我)[，,：: ]*(都|全)?)${ANSWERS}`,
    `(照|按|跟|抄|参考|听)(着|照|了)?[^，,。；;]{0,3}${SOMEBODY}[^，,。；;]{0,6}${ANSWERS}`,
    `${SOMEBODY}[^，,。；;]{0,4}(标准)?答案`,
    // A questionnaire filled in for somebody else is not the customer's either.
    `(替|帮|代)(我|俺|咱)?(家)?${SOMEBODY}[^，,。；;]{0,4}(选|填|答|做|测)`,
  ].join('|'),
);

function isCoached(text: string): boolean {
  const found = COACHED.exec(normalize(text).text);
  // 「老公让我自己选」.
  return found !== null && !found[0].includes('自己');
}

/** Null: the words are about something else. */
export function replyInAssessment(
  context: TurnContext,
  flow: FlowState,
  text: string,
): readonly Command[] | null {
  const folded = normalize(text).text.replace(/[\s，,。！!?？~]/g, '');
  const act = dialogueAct(text);
  if (isCoached(text)) return COACHED_BY_SOMEBODY;
  if (COACH.test(folded)) return [{ do: 'refuse', subject: 'coached_assessment' }];
  if (asksMeaning(folded)) return [{ do: 'explain_slot' }];
  const aboutAsking = whyAsked(folded);
  if (aboutAsking.length > 0) return aboutAsking;
  // Whatever is wanted instead, the reason comes first.
  if (flow.asked.includes('reason') && !isReason(folded) && wantsElse(folded)) {
    return [{ do: 'explain_slot' }];
  }
  if (LATER.test(folded)) return [{ do: 'social', act: 'noted' }];
  if (STOPS.test(folded) || act?.do === 'cancel_flow') return [{ do: 'cancel_flow' }];
  // A reason is kept in the customer's own words, whatever they hold; only a question is none.
  const values = answersIn(context, flow, text);
  if (Object.keys(values).length > 0) return [{ do: 'set_slots', values }];
  if (isQuestion(text)) return null;
  return act && [act];
}

const WHO_SEES =
  /(告诉|说给|透露给?|泄露|泄漏|传|给)(别人|外人|其他人|家里|家人|老公|老婆|单位|公司|税务|谁)|(谁|别人|外人|家里人|单位)(能|会|可以)?(看|知道)|(会不会|能不能|怎么|有没有)?保密|泄露|泄漏|隐私/;

/** 「为什么问这个呀，会告诉别人吗」: as the handbook has it, and then on with the question. */
function whyAsked(folded: string): readonly Command[] {
  const isWhy = asksWhyAsked(folded);
  const isWho = WHO_SEES.test(folded) && isQuestion(folded);
  return [
    ...(isWhy ? [{ do: 'answer', query: WHY_WE_ASK } as const] : []),
    ...(isWho ? [{ do: 'answer', query: WHO_IS_TOLD, entry: WHY_DOCUMENT } as const] : []),
  ];
}

const WHY_WE_ASK = '测评为什么要问学历、工作和投资经验？';
const WHY_DOCUMENT = 'faq:assessment-questions-why';
const WHO_IS_TOLD = '会不会告诉别人';

const COACHED_BY_SOMEBODY: readonly Command[] = [
  { do: 'refuse', subject: 'coached_by_other' },
  { do: 'set_slots', values: { coached: true } },
];

/** 「什么都不欠」 「没什么不稳的」 「不怎么变」 tell. */
const ASKS = /[?？吗呢么]$|(?<!没|无)什么(?!都|也)|(?<!不)怎么|为什么|为啥|是不是|能不能|可不可以/;

function answersIn(context: TurnContext, flow: FlowState, text: string) {
  const { state, today, assessing } = context;
  const values = slotsIn('assessment', text, { ...state, flow }, today, assessing?.questionnaire);
  const isAsking = ASKS.test(text.trim());
  return isAsking && (flow.asked.includes('reason') || !/[a-d]/i.test(text)) ? {} : values;
}
