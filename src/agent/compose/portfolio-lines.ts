import type {
  Contribution,
  HoldingClass,
  PortfolioReview,
  Position,
} from '../../terms/portfolio.js';
import type { RiskLevel, RiskTolerance } from '../../terms/risk.js';
import { riskLabel } from '../../terms/risk.js';
import { percent, signedPercent } from '../../wording/figures.js';

/** 账目的写法: sums to the cent, a gain and a loss in the same plain way. */

/** `12,345.67 元`; never in 万, so that it can be held against a statement. */
export const moneyOf = (yuan: number): string =>
  `${Math.abs(yuan).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} 元`;

export const gainOf = (yuan: number): string => {
  if (yuan === 0) return '账面不赚不亏';
  return `账面${yuan > 0 ? '盈利' : '亏损'} **${moneyOf(yuan)}**`;
};

export const rateOf = signedPercent;

/**
 * Value of some positions together, and what they gained or lost in a sentence. The percentage is of
 * what has a price: a deposit beside it would make it another one, so that it is said whose it is.
 */
export function summed(positions: readonly Position[]): {
  readonly value: number;
  readonly gain: string;
} {
  const value = positions.reduce((sum, one) => sum + one.value, 0);
  const priced = positions.filter(({ profit }) => profit !== null);
  if (priced.length === 0) return { value, gain: '没有净值，看不出盈亏' };
  const profit = cents(priced.reduce((sum, one) => sum + (one.profit ?? 0), 0));
  const cost = priced.reduce((sum, one) => sum + one.cost, 0);
  const rate = cost > 0 && profit !== 0 ? signedPercent(profit / cost) : '';
  const isAll = priced.length === positions.length;
  const whose = isAll ? '' : `只算有净值的 ${priced.length} 只`;
  const beside = [whose, rate].filter((part) => part !== '').join('，');
  return { value, gain: `${gainOf(profit)}${beside && `（${beside}）`}` };
}

const cents = (yuan: number): number => Math.round(yuan * 100) / 100;

/** A product is never spoken of without its grade (适当性管理办法 art. 31 [T2]). */
export const graded = (name: string, level: RiskLevel | null): string =>
  level === null ? name : `${name}（${riskLabel(level)}）`;

/** Each grade against the class: what is above it first. */
export function gradeLines(positions: readonly Position[], tolerance: RiskTolerance): string {
  const isAbove = ({ riskLevel }: Position): boolean => riskLevel !== null && riskLevel > tolerance;
  const verdictOn = (position: Position): string => {
    if (position.riskLevel === null) return '没有风险评级';
    return isAbove(position) ? `高于 C${tolerance}` : `在 C${tolerance} 的范围内`;
  };
  return [...positions.filter(isAbove), ...positions.filter((one) => !isAbove(one))]
    .map((one) => `- ${graded(one.name, one.riskLevel)}：${verdictOn(one)}`)
    .join('\n');
}

/** `detailed`: with units and cost, for who asks for them. */
export function positionLine(position: Position, detailed = false): string {
  const { name, riskLevel, value, profit, ...rest } = position;
  const said = graded(name, riskLevel);
  if (profit === null) return `- ${said}：按本金 ${moneyOf(value)}`;
  const rate = rest.return === null ? '' : `（${signedPercent(rest.return)}）`;
  const word = profit < 0 ? '亏损' : '盈利';
  const held = detailed ? unitsOf(position) : '';
  return `- ${said}：${held}市值 ${moneyOf(value)}，${word} ${moneyOf(profit)}${rate}`;
}

function unitsOf({ units, cost }: Position): string {
  const each = (cost / units).toFixed(UNIT_COST_DIGITS);
  const said = units.toLocaleString('en-US', { maximumFractionDigits: 2 });
  return `${said} 份，成本 ${moneyOf(cost)}（每份 ${each} 元），`;
}

/** Prices of units are said to four decimals, as funds publish them. */
export const UNIT_COST_DIGITS = 4;

/** What each added or took, greatest first. */
export const contributionLines = (contributions: readonly Contribution[]): string =>
  contributions
    .map(
      ({ name, riskLevel, change }) =>
        `- ${graded(name, riskLevel)}：${change < 0 ? '亏损' : '盈利'} ${moneyOf(change)}`,
    )
    .join('\n');

export const CLASS_NAMES: Readonly<Record<HoldingClass, string>> = {
  cash: '现金类',
  deposit: '存款和国债',
  bond: '固收类',
  mixed: '混合类',
  equity: '股票类',
  overseas: '海外',
  alternative: '其他',
  insurance: '保险',
};

/** `- 按类别：固收类 52.10%，股票类 …`. */
export const classLines = ({ byClass }: PortfolioReview): string =>
  `- 按类别：${[...byClass]
    .sort((a, b) => b.share - a.share)
    .map(({ key, share }) => `${CLASS_NAMES[key]} ${percent(share)}`)
    .join('，')}`;
