import type { TurnContext } from '../../conversation/agent.js';
import type { Command } from '../../terms/command.js';
import { isDeclined } from './declined.js';
import { isQuestion } from './question-words.js';

/** 请了才开始: a matter begins where the words invite it, whoever read them. */

/** 「另外投诉一件事」: not the one on record. */
const ANOTHER = /另(外|一)|别的(事|问题)|新的(投诉|问题)|又有?一?件|还有(一件|件|别的)|第二(件|个)/;

/** Where to complain, how long it takes and under which number it stands are questions. */
const ASKS_ABOUT_COMPLAINTS =
  /电话|热线|号码|登记号|编号|渠道|去哪|在哪|哪里|向谁|找谁|多久|几天|期限|时限|什么时候|流程|进度|12378|12386/;
const WANTS_TO_COMPLAIN = /我(要|想|得|就|必须|这就)+(去)?(正式)?投诉/;

const INVITES_PLAN =
  /规划|配置|打理|安排|方案|理一理|盘一盘|(怎么|咋|怎样|如何)(放|摆|存|分|弄|整|配|搭|安排|打理|准备|理财|投|用)|放哪|存哪|帮我(看看|想想|弄|出)|给我(个|出)|建议|推荐|攒|存一?笔|准备|想理财|适合我|买什么/;
/** What a plan needs is no wish for one: 「三个月内能不能取」. */
const ASKS_A_SIDE = /取|赎|到账|提前|利息|收益|费|扣|起点|起购|锁|期限|亏|保本/;

/** Commands without beginnings nobody asked for; what was asked instead stands in their place. */
export function onlyInvited(
  { state }: TurnContext,
  text: string,
  commands: readonly Command[],
): readonly Command[] {
  const isAboutProducts = commands.some(isOfProducts);
  return commands.flatMap((command): readonly Command[] => {
    if (isDeclined(command, text, state)) return [];
    if (beginsComplaint(command))
      return [complaintAsked(state, text) ?? invitedComplaint(command, text)];
    if (command.do === 'start_flow' && command.flow === 'assessment')
      return [asksAboutAssessment(text) ? { do: 'answer', query: text } : command];
    const isPlan = command.do === 'start_flow' && command.flow === 'need';
    if (!isPlan || INVITES_PLAN.test(text)) return [command];
    // 「亏了一万二！养老钱啊」 is a cry, and plans nothing.
    if (commands.some(isCry)) return [];
    if (!isQuestion(text)) return [command];
    if (isAboutProducts) return [];
    return [ASKS_A_SIDE.test(text) ? { do: 'answer', query: text } : command];
  });
}

/** 「那个风险测评难不难」 wants to know what it is like before it begins. */
const asksAboutAssessment = (text: string): boolean =>
  isQuestion(text) && ASKS_ABOUT_ASSESSMENT.test(text) && !WANTS_ASSESSMENT.test(text);

const ASKS_ABOUT_ASSESSMENT =
  /难不难|难吗|多难|好(不好)?答|好(不好)?做|多(久|长)|几分钟|几道|多少[题道]|准(吗|不准)|有用吗|干(嘛|啥)|为(什么|啥)|要钱|收费|有效|过期/;
const WANTS_ASSESSMENT = /我(要|想|得)(做|测)|帮我测|开始|现在(就)?(做|测)|重(新)?(做|测)/;

const beginsComplaint = (command: Command): boolean =>
  (command.do === 'start_flow' && command.flow === 'complaint') ||
  (command.do === 'request_human' && command.reason === 'complaint');

/** What words about a complaint ask, where they file none; null: they file one. */
function complaintAsked(
  { complaintDue, flow }: TurnContext['state'],
  text: string,
): Command | null {
  if (flow?.name === 'complaint') return null;
  if (complaintDue !== null && !ANOTHER.test(text)) {
    return { do: 'follow_settled', flow: 'complaint' };
  }
  const onlyAsks = isQuestion(text) && ASKS_ABOUT_COMPLAINTS.test(text);
  return onlyAsks && !WANTS_TO_COMPLAIN.test(text) ? { do: 'answer', query: text } : null;
}

/** 「上次你们经理说年化8%没问题」 tells what was promised; whether that is to be looked into is theirs to say. */
const invitedComplaint = (command: Command, text: string): Command =>
  ONLY_TOLD_WHAT_WAS_SAID.test(text) && !WANTS_REDRESS.test(text)
    ? { do: 'social', act: 'wronged' }
    : command;

const ONLY_TOLD_WHAT_WAS_SAID =
  /(经理|顾问|柜员|员工|销售|客服|你们(的)?人|小(王|李|张|刘)).{0,4}(说|讲|答应|保证|承诺|告诉)/;
const WANTS_REDRESS =
  /投诉|举报|反映|维权|告(你|他|她|到|状)|说法|赔|退(钱|款|我)|骗|误导|曝光|监管|123(78|86)|查(一查|清|查)|处理/;

const isCry = (command: Command): boolean =>
  command.do === 'social' && (command.act === 'upset' || command.act === 'wronged');

const isOfProducts = ({ do: act }: Command): boolean =>
  act === 'describe_product' ||
  act === 'compare_products' ||
  act === 'reckon_dates' ||
  act === 'list_products';
