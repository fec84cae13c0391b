import type { PortfolioAnswer, Position } from '../../terms/portfolio.js';
import { percent } from '../../wording/figures.js';
import type { Paragraph } from './paragraph.js';
import { CLASS_NAMES, graded, moneyOf } from './portfolio-lines.js';

/** 股票跌我的会不会跟着跌: which of what is held is put into shares, wholly or in part, and how much that is. */

type Say = (id: string, values?: Readonly<Record<string, string>>) => Paragraph;

/** Classes that fall with shares; a mixed fund or one abroad holds some of them. */
const WITH_SHARES: readonly Position['class'][] = ['equity', 'mixed', 'overseas'];

export function movesWithStocks(say: Say, { review }: PortfolioAnswer): Paragraph {
  const moved = review.positions.filter((one) => WITH_SHARES.includes(one.class));
  if (moved.length === 0) return say('own_stocks_none');
  const value = cents(moved.reduce((sum, one) => sum + one.value, 0));
  const share = Number((moved.reduce((sum, one) => sum + one.share, 0) * 100).toFixed(2)) / 100;
  const said = say('own_stocks', {
    count: String(moved.length),
    rest:
      moved.length === review.positions.length
        ? ''
        : '其余的主要不投股票，受的影响小些，也不是一点没有。',
    value: moneyOf(value),
    share: percent(share),
    lines: [...moved]
      .sort((one, other) => other.value - one.value)
      .map(
        (one) =>
          `- ${graded(one.name, one.riskLevel)}：${CLASS_NAMES[one.class]}，市值 ${moneyOf(one.value)}，占 ${percent(one.share)}`,
      )
      .join('\n'),
  });
  return {
    ...said,
    facts: [
      { value: moved.length, unit: 'count', label: '会跟着股票动的只数' },
      { value, unit: 'yuan', label: '会跟着股票动的市值' },
      { value: Number((share * 100).toFixed(2)), unit: '%', label: '会跟着股票动的占比' },
    ],
  };
}

const cents = (yuan: number): number => Math.round(yuan * 100) / 100;
