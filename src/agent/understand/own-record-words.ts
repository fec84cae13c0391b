import type { TurnContext } from '../../conversation/agent.js';
import { normalize } from '../../language/fold.js';
import type { Command } from '../../terms/command.js';
import type { RecordSide } from '../../terms/transaction.js';
import { awaitsMoney } from './late-money.js';
import { tellsOfOthers } from './references.js';

/**
 * 自己的交易: 「我上周赎回的钱怎么还没到」 「今年买过几次」 「分红到哪了」 「定投扣了吗」 of a customer who is
 * signed in are told from the record of what they bought, sold and were paid.
 */

const OWN =
  /我|俺|自己|[那这](个|笔|只|款|支|单)|刚才|刚刚|昨[天晚]|前[天几]|上(个?月|周|个?星期|个?礼拜)|今年|去年|这个?月|本月|今天/;
/** What would be, or what the rule is, is on no record. */
const IN_GENERAL =
  /如果|要是|假如|比如|万一|打算|准备(买|卖|赎|投)|想(买|卖|赎|取|投|再|把|问问?怎么)|一般|通常|正常(是|要|得)?(几|多久)|规定|怎么(算|收|办|改|设|看|查|导|下载|撤)|能不能(撤|退|取消)|撤(单|销)|取消|什么意思|是啥意思|是什么|会怎|影响|先进先出|区别/;
const OF_OTHER_PAPERS =
  /测评|问卷|投诉|对账单|资产证明|发票|开户|销户|保单|保险|理赔|转账|汇款|工资|贷款|信用卡/;

const DEAL = '(买|卖|下的?单|赎回?|申购|认购|取|下单|提交|委托)';
const WHEN = '(什么时候|啥时候|啥时|几时|何时|哪一?天|几[号月]|哪年|哪个月|多久|几天)';
/** 「卖了没有呀显示处理中」 「申购那笔确认了吗」 */
const HOW_FAR = new RegExp(
  [
    `${DEAL}[^，。]{0,8}(确认|成交|成功|完成|办好|受理|扣款)[^，。]{0,3}(没|吗|么|不)`,
    `${DEAL}(掉|出去|上|进去)?了(没有?|吗|么)([呀啊呢吧]|$|[^，。]{0,4}(显示|状态|处理|还在))`,
    '(显示|状态|一直)[^，。]{0,4}(处理中|确认中|在途|受理中)',
    `([那这]一?[笔单]|订单|委托|${DEAL}的)[^，。]{0,6}(到哪|哪一步|进度|(怎么|咋)样了|成交?了?没)`,
  ].join('|'),
);
/** 「前几天卖掉的那个基金钱啥时候能到卡上」 */
const WHEN_THERE = new RegExp(
  `(卖|赎回?|取)(掉|出|回)?了?的[^，。]{0,12}${WHEN}[^，。]{0,6}(到|来|拿|回)`,
);
/** 「我赎了五万，怎么只到了四万多」 */
const CAME_SHORT =
  /(赎|卖|取)(回|掉|出)?了[^。]{0,12}((怎么|咋|为啥|为什么)[^，。]{0,3}(只|才|少)(到|来|给|收)|(只|少)(到|来|给|收)了)/;
const OF_MONEY =
  /(赎|卖|取|退)(回|掉|出)?(了|的)|[那这]笔(钱|款)|(赎|卖)[^，。]{0,6}(钱|款)|钱到底|(钱|款)(跑|去)哪/;

/** 「卖的短债到账了没」 */
const IS_THERE = /(到账?|到卡上?|来|收到)了(没有?|吗|么)/;

const PAID_OUT =
  /(分红|派息|红利)[^，。]{0,6}(发|到|打|分|给|收|去)(了|到|过)?[^，。]{0,4}(没|吗|么|哪|多少|$)|(没|未)(看|见|收)(见|到)?过?[^，。]{0,4}(分红|派息)|(分红|派息)[^。]{0,8}(没|未)(看|见|收|到)|(最近|上)一?[次回](的)?(分红|派息)|(分|派)(过|了)(几次|多少)(红|钱|息)?|分红[^，。]{0,6}(是|有|一共|总共|共|拿了)[^，。]{0,4}多少|我的?分红(呢|到账|记录|明细)/;
const PLAN = /定投|自动扣|每(月|周)扣/;
const PLAN_TAKEN =
  /扣(了|成功|款|成)*[^，。]{0,3}(没有?|吗|么|多少)|(没|未)(有)?(扣|成功)|扣款?(失败|没成)|没(有)?动静|(几|多少)(次|期)|哪(一)?天扣|(记录|明细|情况)$|扣到/;
const SUM =
  /(投|放|存|买|砸|打)(了|进来?|入|进去|过)*[^，。]{0,4}(多少|几万|几个)|(本金|投入)[^，。]{0,5}多少|多少[^，。]{0,3}(本金|投入)/;
const OVER_TIME =
  /今年|去年|上个?月|这个?月|本月|(最近|近|过去|这)[一二两三四五六\d]{1,2}(年|个月)|半年|从[^，。]{0,8}(开始|到现在|起)|前前后后|前后|累计|这些年|历来/;
const TIMES = new RegExp(
  [
    `${DEAL}(过|了|入|出)*[^，。]{0,5}(几|多少)(次|笔|回)`,
    `${DEAL}卖?(的)?(记录|明细|流水)|交易(记录|明细|流水)|(几|多少)(次|笔|回)(买|交易|操作)`,
    `(最近|最后|上)一?(次|笔|回)[^，。]{0,6}${DEAL}|${DEAL}[^，。]{0,4}(最近|最后)一?(次|笔)`,
    `${WHEN}[^，。]{0,6}(买|卖|赎|申购|入手)(入|出|掉|回|进)?的`,
    `${WHEN}(开始|起)[^，。]{0,10}(买|投)`,
    '(买|申购)(了|过)?的?(那|这)一?(笔|个|只|次|款)[^，。]{0,8}(费|废|扣了)[^，。]{0,6}(多少|几)',
    '(买|卖|赎)(过|了)[^，。]{0,3}[两二三四五六七八九十][^，。]{0,2}[次回笔][^。]{0,6}(数|查|对吧|是吧|吗)',
    '(都|分别)?(买|卖|赎)(过|了)[^，。]{0,3}(啥|什么|哪些|哪几)',
  ].join('|'),
);
const TIMES_ASKED_OF_RULE = /在哪|哪里|哪儿|保存|最多|可以|能(买|卖|赎)|允许|限/;

/** Null: nothing of the kind, or nobody is signed in. */
export function ownRecordAsked({ customer, state }: TurnContext, text: string): Command | null {
  if (customer === null || state.flow !== null || tellsOfOthers(text)) return null;
  const folded = normalize(text).text.replace(/\s/g, '');
  if (IN_GENERAL.test(folded) || OF_OTHER_PAPERS.test(folded)) return null;
  const about = sideIn(folded, text);
  return about && { do: 'own_account', query: text, about };
}

function sideIn(folded: string, text: string): RecordSide | null {
  if (PLAN.test(folded)) return PLAN_TAKEN.test(folded) ? 'plan' : null;
  if (PAID_OUT.test(folded)) return 'dividends';
  if (isOfOrder(folded, text)) return 'orders';
  if (!OWN.test(folded)) return null;
  if (SUM.test(folded) && OVER_TIME.test(folded)) return 'paid_in';
  return TIMES.test(folded) && !TIMES_ASKED_OF_RULE.test(folded) ? 'trades' : null;
}

const isOfOrder = (folded: string, text: string): boolean =>
  (OWN.test(folded) && (HOW_FAR.test(folded) || WHEN_THERE.test(folded))) ||
  CAME_SHORT.test(folded) ||
  (OF_MONEY.test(folded) && (awaitsMoney(text) || IS_THERE.test(folded)));
