import { asksForPart } from '../../language/part-sold.js';
import { spokenShare } from '../../language/spoken-share.js';
import { percent } from '../../wording/figures.js';
import { arrivalOf, nameOf, sinceOf } from './own-exit.js';
import type { Leaving } from './own-exit.js';
import { moneyOf } from './portfolio-lines.js';
import type { Reckoned } from './reckoning.js';
import { amountIn } from './reckoning.js';

/** 卖一半: what leaving with a part of what is held takes, reckoned at the last price. */

const HOW =
  '在赎回页填要卖的份额，先买的先卖；剩下的不能少于产品页写的最低持有份额，少了会一起赎回。';

/** Null: all of it is meant, or none of it can be sold now. */
export function partOf(query: string, leaving: Leaving): Reckoned | null {
  const { position, exit } = leaving;
  if (exit.way !== 'open') return null;
  const part = sizeOf(query, position.value);
  if (exit.fee !== null && part !== null) return reckoned(query, leaving, part, exit.fee);
  const when = /几天|多久|到账|什么时候|哪天/.test(query) ? `${arrivalOf(exit)}。` : '';
  return asksForPart(query) ? { text: `可以只赎一部分，${when}${HOW}`, facts: [] } : null;
}

/** 「赎一半可以吗」 is told that it may be, and how, too. */
const ASKS_WHETHER = /可以|能|行(不|吗|么)|准/;

function reckoned(
  query: string,
  { position, exit }: Leaving,
  part: number,
  rate: number,
): Reckoned {
  const taken = cents(part * rate);
  const left = cents(position.value - part);
  const paid = cents(part - taken);
  const fee =
    rate === 0 ? '**不收赎回费**' : `要收赎回费 **${percent(rate)}**，大约 **${moneyOf(taken)}**`;
  const may = ASKS_WHETHER.test(query) ? '可以只赎这一部分。' : '';
  const sold = `卖出市值 **${moneyOf(part)}** 的这一部分`;
  const charged = `${fee}：${nameOf(position)}${sinceOf(exit)}`;
  const paidOut = `大约到手 **${moneyOf(paid)}**，${arrivalOf(exit)}`;
  const told = asksPaidOut(query)
    ? `${sold}，${paidOut}。\n\n${charged}；剩下`
    : `${sold}${charged}。\n\n${paidOut}；剩下`;
  return {
    text: `${may}${told}大约 ${moneyOf(left)}照旧放着。${may === '' ? '实际按份额卖出，金额以确认那天的净值为准。' : HOW}`,
    facts: [
      { value: part, unit: 'yuan', label: '卖出的部分' },
      { value: taken, unit: 'yuan', label: '赎回费' },
      { value: paid, unit: 'yuan', label: '大约到手' },
      { value: left, unit: 'yuan', label: '剩下的市值' },
    ],
  };
}

/** 「到手多少」 wants the money first, and then what is taken. */
export const asksPaidOut = (query: string): boolean =>
  /拿|到手|剩/.test(query) && !/扣|费|收/.test(query);

/** Yuan; null: no part is named, or it is not less than the whole. */
function sizeOf(query: string, value: number): number | null {
  const share = spokenShare(query);
  const size = share === null ? amountIn(query) : share * value;
  return size !== null && size < value ? cents(size) : null;
}

const cents = (yuan: number): number => Math.round(yuan * 100) / 100;
