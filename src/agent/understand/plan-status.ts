import type { TurnContext } from '../../conversation/agent.js';
import type { Proposal } from '../../conversation/proposal/record.js';

/** 问方案进度: how far the latest plan has come, in folded words without punctuation. */

const OF_PLAN = /方案|草稿|建议书/;
const MINE = /我的?|俺的?|咱的?|上次|之前|昨天|前几天|那(个|份)|刚才/;
const STATUS =
  /(怎么样|咋样|如何|怎样|什么情况|啥情况)了|(审(核|批|查)?|批|(看|弄|做|出)(?=好|完|过|来|了))(好|完|过|下来|出来|来|通过)?了?(没有?|吗|么)|通过(了)?(没|吗)|(到|走到)(哪|什么)(一?步|了)|进(度|展)|(有|出)(了)?(结果|消息|回音|回复|下文)|结果(呢|如何|怎么样|出来)|(多久|什么时候|啥时候|几天|哪天).{0,6}(审|批|出|好|有结果)|还(没|在)(审|批|等)|好了(没有?|吗|么)|(还|都)(在|有|算数)(吗|么|不|没)|^(我的)?方案呢？?$/;
const SHOW =
  /看(一?下|看)?(我的?|那个|那份|这份|上次的?|之前的?|刚才的?|顾问)*(审核?(过|好|完)?的?)?方案/;
/** 「方案能不能改」 「方案怎么做」 is something else. */
const OTHER =
  /怎么(做|弄|写|来)(的|方案)|重新|再(做|排|出)|换(一?个)|改|能不能|给我(个|出|做)|帮我/;
/** 「审核要多久」 「还没审完？」 by who waits for it. */
const WAITS = /^.{0,6}审(核|批|查|完|好|了|到).{0,6}$/;
/** 「那我等通知就行了吧」 while a draft waits. */
const ONLY_WAITS =
  /^(好的?|行|嗯|那|我|就|只要|只用|光|先|在家)*等(着|你们?|您|他们?|通知|消息|电话|结果|就)*(行|好|可以)(了)?(吧|是吧|对吧|吗|是不是)[？?]?$/;
const ELSE =
  /收?钱|费|标准|资料|材料|开户|赎回|提现|身份|贷款|投诉|资质|谁|哪|为什么|为啥|怎么|不通过/;
const ADVISOR_LOOKS = /顾问.{0,6}(看|审|批)(过|完|好|核)?了?(没有?|吗|么)/;

/** A longer clause tells more than it asks. */
const LONGEST = 40;

/** 「我的方案怎么样了」 「审核好了吗」. */
export function asksStatus(words: string, { proposal, state }: TurnContext): boolean {
  const isStory = [...words].length > LONGEST;
  if (isStory || state.flow?.name === 'complaint' || OTHER.test(words)) return false;
  const isProgress = OF_PLAN.test(words) && STATUS.test(words);
  return proposal
    ? isProgress || isOfKnown(words, proposal, state)
    : isProgress && MINE.test(words);
}

/** Words that mean the plan only because there is one. */
function isOfKnown(
  words: string,
  { state }: Proposal,
  { complaintDue }: TurnContext['state'],
): boolean {
  if (ADVISOR_LOOKS.test(words)) return true;
  // A signed plan is shown again; who wants to see one where there is only a draft gets a new draft.
  if (state.signed !== null && SHOW.test(words)) return true;
  const isPending = state.stage === 'drafted' || state.untold;
  if (isPending && complaintDue === null && ONLY_WAITS.test(words)) return true;
  return isPending && WAITS.test(words) && !ELSE.test(words);
}
