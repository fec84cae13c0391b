/** 「我是 C 几」 「测评过期了吗」: what only the customer's own questionnaire tells. */

const RESULT =
  /^(请问|帮我查(一下|下)?|查(一下|下)?|看看)?(我|俺|咱)(现在|目前|到底)?(的|是|属于|算)*(风险)?(承受能力)?(测评|风评|问卷|评估)?(的)?(结果|等级|类型|有效期|级别)?(是|属于|算)?(什么|啥|多少|c?几|哪种|哪一?级)?(风险)?(等级|类型|级别|级|型)?(的)?(是|为)?(什么|啥|多少|c?几)?$/;
/** 「我能承受多大风险」. */
const CAN_BEAR =
  /^(我|俺)(现在|到底|究竟)?(能|可以)(承受|承担|扛)(住|得了)?(什么|啥|多大|多少|哪种|怎样|几级)(样)?(的)?(风险|亏损|波动)(等级)?(的产品)?$/;
const OF_A_CLASS = /等级|测评|风评|问卷|评估|c几|类型|级别/;

const STILL_GOOD =
  /^(我的?)?(风险)?(测评|风评|问卷|评估)(结果)?(还)?(过期|到期|有效|失效|能用)(了)?(没|没有|吗|么|不)(有效)?$/;
const UNTIL_WHEN =
  /^(我的?)(风险)?(测评|风评|问卷)(是)?(什么时候|啥时候|哪天|到什么时候|还有多久|多久)(做的|过期|到期|失效)?$/;

/** 「我可以买 r4 吗」 is of every product of that grade. */
const MAY_BUY_GRADE =
  /^(那|所以)?(我|俺)(现在|到底)?(能不能|可不可以|能|可以|够格|有资格)买(得了|到)?r[1-5](等级|级)?(的)?(产品|基金|理财)?(吗|么|不|嘛)*$/;

/** `folded`: without spaces and punctuation. */
export const asksOwnClass = (folded: string): boolean =>
  (RESULT.test(folded) && OF_A_CLASS.test(folded)) ||
  CAN_BEAR.test(folded) ||
  MAY_BUY_GRADE.test(folded) ||
  STILL_GOOD.test(folded) ||
  UNTIL_WHEN.test(folded);
