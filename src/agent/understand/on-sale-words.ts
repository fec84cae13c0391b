import { normalize } from '../../language/fold.js';

/** 卖到哪天: until when something is sold and how much of it is left; who sells there is the house. */

const UNTIL =
  /(卖|买|募集|发售|发行|认购|申购|抢|存)期?(得)?到(哪|几|什么时候|啥时候|何时|多久|月底|年底)|((什么|啥)时候|几号|哪天|何时)(就)?(截止|结束|停(止)?(售|卖|募集|发)|卖完|下架|关门)|截止(到|日|时间)?(是)?(哪|几|什么|啥|$)|(买|卖|认购|募集|申购)[^，。]{0,6}(为止|截止)/;
const LEFT =
  /(有|剩)(没有|多少|几|没)?[^，。]{0,3}(额度|名额)|(额度|名额)(还)?(有|剩|够|多少|没)|卖(光|完|没)了?(吗|么|没|不)/;

/** 「快速赎回的额度」 is how much may be taken out in a day. */
const OF_LEAVING = /赎|取|提现|快/;

export function asksUntilWhen(text: string): boolean {
  const folded = normalize(text).text.replace(/\s/g, '');
  return (UNTIL.test(folded) || LEFT.test(folded)) && !OF_LEAVING.test(folded);
}
