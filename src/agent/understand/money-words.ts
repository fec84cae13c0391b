import { spokenMoney } from '../../language/spoken-money.js';

/** 问钱数: how much money comes of a sum, which code reckons whichever model is configured. */

const ASKS_FOR_MONEY =
  /(交|付|扣|花)多少|利息|收益|(能|可以|大概|大约|一共|总共|到期)[^，。]{0,4}(多少|几块|几毛|几元)|多少钱?$|多少钱?[?？呢呀啊]/;
const HOW_MUCH = /多少|几(块|毛|元)/;
const AT_A_RATE = /年化|利率|利息|定期|存款|存单|存(一|两|三|半|\d)/;

/** 「一万一年」 is a sum and a time, not eleven thousand. */
const BEFORE_A_TIME = /(?<=[万千百])(?=[一二两三四五六七八九十半]+个?(?:年|月|天|日|周|星期))/g;

/** The words with a sign between a sum and the time that stands right after it. */
export const sumsApart = (text: string): string => text.replace(BEFORE_A_TIME, '，');

export const sumsIn = (text: string): ReturnType<typeof spokenMoney> =>
  spokenMoney(sumsApart(text));

export const asksForMoney = (text: string): boolean => ASKS_FOR_MONEY.test(text);

/** 「七日年化1.8，一万块一天多少」: a sum, a rate or a deposit, and what comes of it. */
export const asksForGain = (text: string): boolean =>
  HOW_MUCH.test(text) && asksForMoney(text) && AT_A_RATE.test(text) && sumsIn(text).length > 0;
