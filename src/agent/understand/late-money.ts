import { normalize } from '../../language/fold.js';
import type { Command } from '../../terms/command.js';

/** 「昨天下午四点卖的，钱怎么还没到」: money that is waited for, so that how days are counted is answered, too. */

const MONEY = /钱|款|到账|赎|卖|取/;
/** 「没到期」 「没到三年」 「180天没到想走」 wait for a day, not for money. */
const ARRIVED = '到(?!期|时间|日子|点|半|[一二两三四五六七八九十\\d])';
const NOT_YET = new RegExp(
  `(还|怎么|咋|为啥|为什么|一直|都|也)[^，。]{0,4}(没|未|不)(有)?(见|看)?(${ARRIVED}|来|看到|收到|进|动静|消息)|` +
    `(没|未)(见|收|看)?到(账|钱|卡)|(没|未)(见|收|看)?${ARRIVED}(?!就?(想|要|能|卖|取|赎))|` +
    '没(有)?(看)?见(着|到|钱|影)?|没影|(钱|款)(到底|究竟)?(呢|(跑|去|到)哪)|还没(来|有)|迟迟(没|不)|没动静',
);

export const awaitsMoney = (text: string): boolean => {
  const folded = normalize(text).text.replace(/\s/g, '');
  return MONEY.test(folded) && NOT_YET.test(folded);
};

/** The handbook's entry on it, by its title. */
const HOW_DAYS_COUNT: Command = { do: 'answer', query: '赎回的钱过了一两天还没到，正常吗？' };

/** Beside a product's own days stands how they are counted. */
export const withHowDaysCount = (
  text: string,
  commands: readonly Command[],
): readonly Command[] => {
  const asksArrival = commands.some(
    (command) => command.do === 'describe_product' && command.aspects.includes('redemption'),
  );
  return asksArrival && awaitsMoney(text) ? [...commands, HOW_DAYS_COUNT] : commands;
};
