import type { TurnContext } from '../../conversation/agent.js';
import { normalize } from '../../language/fold.js';
import type { Command } from '../../terms/command.js';

/** 要不要调仓: whether what the customer holds has moved from the mix of their class. */

const MAY_ADJUST = '(要不要|该不该|需不需要|用不用|是不是(该|要|得)|是否(要|该|需要)?|该|需要|得)';
const ASKS_TO_ADJUST = new RegExp(
  `${MAY_ADJUST}(再?平衡|调仓|调(一?调|整|一?下)?|动(一?动|一?下)?|减(仓|点|一?些)|加仓)(一?下)?了?[吗么不呢啊]*$|(再平衡|调仓)了?(吗|么|不|没)$`,
);
const OUT_OF_BALANCE =
  /(仓位|比例|配比|配置|持仓|组合|手里.{0,6}|手上.{0,6}|买的.{0,4}|配得?).{0,8}(偏没偏|偏了|偏不偏|失衡|平不平衡|合不合理|合理(吗|么|不)|均不均衡|搭配得?(怎么样|好不好))/;
const TOO_MUCH =
  /(股票|权益|债券?|现金|存款|活期|货币)类?(基金)?(是不是|会不会|有没有)?(太|偏|过|占得?太)(多|少|重|高|低)(了)?.{0,10}(减|加|调|动|吗|么|没|不$|$)/;
const AGAINST_CLASS =
  /(跟|和|与|比)我?的?(风险)?等级.{0,4}(比|对).{0,8}(偏|差|合|远)|离我?的?等级.{0,6}(偏|差|远)/;
const OWN = /我|俺|咱|手里|手上|名下|持仓|仓位|需要|要不要|该不该|是不是/;
/** What it is, how often it is done, and one product by itself are other questions. */
const IN_GENERAL =
  /什么是|是(什么|啥)|(啥|什么)意思|多久|多长时间|几次|为什么要|一般|通常|定投|基金经理|这(只|款|个基金)|那(只|款)|(?<![我咱])它|你们|有用吗|好处/;

/** Null: nothing of the kind is asked, or another matter is under way. */
export function rebalanceAsked({ state }: TurnContext, text: string): Command | null {
  if (state.flow !== null) return null;
  const folded = normalize(text).text.replace(/[\s，。！？!?,.、]/g, '');
  if (IN_GENERAL.test(folded) || !OWN.test(folded)) return null;
  const isAsked = [ASKS_TO_ADJUST, OUT_OF_BALANCE, TOO_MUCH, AGAINST_CLASS].some((words) =>
    words.test(folded),
  );
  return isAsked ? { do: 'check_rebalance' } : null;
}
