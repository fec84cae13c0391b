import type { PortfolioAnswer, Position } from '../../terms/portfolio.js';
import type { Product } from '../../terms/product.js';
import type { Suggestion } from '../../terms/statement.js';
import { signedPercent } from '../../wording/figures.js';
import { comesBack } from './back-beside-cost.js';
import type { Leaving } from './own-exit.js';
import { exitFacts, inShort, leavingOf, nameOf } from './own-exit.js';
import type { Paragraph } from './paragraph.js';
import { moneyOf } from './portfolio-lines.js';

/** 留还是卖: where each stands and what leaving takes, side by side; which of the two is the customer's. */

type Say = (id: string, values?: Readonly<Record<string, string>>) => Paragraph;

/** More is no choice, it is a list. */
const MOST = 4;

export function keepOrSell(
  say: Say,
  query: string,
  answer: PortfolioAnswer,
  positions: readonly Position[],
  products: readonly Product[],
): Paragraph {
  const leaving = leavingOf(answer, positions);
  const [only, ...more] = leaving;
  const product = products.find(({ code }) => code === only?.position.product);
  if (only && more.length === 0 && product) return oneOfThem(say, only, product);
  const meant = losingOf(query, leaving);
  const lines = meant.map(
    ({ position, exit }) => `- ${nameOf(position)}：${standing(position)}；${inShort(exit)}`,
  );
  return {
    ...say('own_keep_some', { lines: lines.join('\n') }),
    facts: meant.flatMap(({ exit }) => exitFacts(exit)),
    suggestions: meant.slice(0, MOST).map(({ position }) => meaning(position, query)),
  };
}

function oneOfThem(say: Say, one: Leaving, { mainLoss }: Product): Paragraph {
  const { position, exit } = one;
  const back = comesBack([one]);
  const values = {
    name: nameOf(position),
    gain: standing(position),
    leave: [inShort(exit), ...(back ? [back.text] : [])].join('；'),
    why: mainLoss,
  };
  return { ...say('own_keep_one', values), facts: [...exitFacts(exit), ...(back?.facts ?? [])] };
}

/** 「跌得睡不着，还要不要拿着」 is asked of those at a loss, where there are any. */
function losingOf(query: string, leaving: readonly Leaving[]): readonly Leaving[] {
  const losing = leaving.filter(({ position }) => (position.profit ?? 0) < 0);
  return /亏|跌|赔|绿|套|割/.test(query) && losing.length > 0 ? losing : leaving;
}

const meaning = ({ name }: Position, query: string): Suggestion => ({
  label: name,
  say: `${name}，${query}`,
});

function standing({ profit, return: rate }: Position): string {
  if (profit === null) return '没有净值，看不出盈亏';
  if (profit === 0) return '现在账面不赚不亏';
  const share = rate === null ? '' : `（${signedPercent(rate)}）`;
  return `现在账面${profit < 0 ? '亏损' : '盈利'} ${moneyOf(profit)}${share}`;
}
