import type { RiskTolerance } from '../../terms/risk.js';
import { ASSET_CLASSES } from '../allocation/market/asset-class.js';
import type { MixBasis, StrategicMix } from '../allocation/strategic/mix.js';
import { strains } from '../suitability/affordability.js';
import type { Chooser, ConfirmedNeed, PlanTask } from './draft-plan.js';
import { BROAD_CLASSES } from './exposure.js';
import { classForHorizon } from './house-limits.js';
import { INSURED_PER_BANK } from './principal.js';
import { broadPart } from './program.js';
import type { Match } from './task.js';
import { FEN, fenOf } from './task.js';

/** Distance from the mix, in a broad class, from which it is said. */
const FAR = 0.05;

interface Drawn {
  readonly task: PlanTask;
  readonly basis: MixBasis;
  readonly mix: StrategicMix;
  readonly match: Match;
  /** The class whose mix the plan follows. */
  readonly mixClass: RiskTolerance;
  readonly chooser: Chooser;
}

/** 提示: what the customer has to know of a plan besides its figures. */
export function cautionsOf({
  task,
  basis,
  mix,
  match,
  mixClass,
  chooser,
}: Drawn): readonly string[] {
  const { need, customer, house, riskClass } = task;
  const far =
    match.placed.length === 0
      ? []
      : BROAD_CLASSES.filter(
          (broad) => broadPart(mix.weights, broad) - broadPart(match.exposure, broad) > FAR,
        );
  const money = {
    amount: need.amount,
    assets: customer.liquidAssets ?? null,
    spending: customer.monthlySpending ?? null,
  };
  return [
    ...calmer(need, riskClass, mixClass),
    ...far.map((broad) => tooLittle(BROAD_WORDS[broad], chooser)),
    ...(match.idle > 0
      ? [`有 ${(match.idle / FEN).toLocaleString('en-US')} 元没有合适的地方放，先不安排`]
      : []),
    ...beyondInsured(match),
    ...(strains(money, house.reviewShare, house.reviewMonths)
      ? ['这笔钱占您可用资产的比例比较大，顾问会先和您核对手头要留多少']
      : []),
    ...ASSET_CLASSES.flatMap((name) => {
      const { caution, name: label } = basis.series.classes[name];
      return caution && match.exposure[name] > 0 ? [`${label}：${caution}`] : [];
    }),
  ];
}

/** Deposits at one bank beyond what is insured. */
function beyondInsured({ placed }: Match): readonly string[] {
  const deposits = placed.filter(({ candidate }) => candidate.product.regime === 'DEPOSIT');
  const banks = new Set(deposits.map(({ candidate }) => candidate.product.issuer));
  const isBeyond = [...banks].some((bank) => {
    const there = deposits.filter(({ candidate }) => candidate.product.issuer === bank);
    return there.reduce((sum, { amount }) => sum + amount, 0) > fenOf(INSURED_PER_BANK);
  });
  return isBeyond
    ? [`存在同一家银行的存款，超过 ${INSURED_PER_BANK / 10_000} 万元的部分不受存款保险保护`]
    : [];
}

const tooLittle = (broad: string, chooser: Chooser): string =>
  chooser === 'house'
    ? `货架上没有足够合规的${broad}产品，这部分先用别的代替`
    : `${broad}比参考的比例低，是顾问这样安排的`;

/** Why the plan is calmer than the class, where the customer would want to know. */
function calmer(
  { months, liquidity }: ConfirmedNeed,
  riskClass: RiskTolerance,
  mixClass: RiskTolerance,
): readonly string[] {
  if (mixClass >= riskClass) return [];
  if (mixClass === classForHorizon(months, liquidity)) {
    return liquidity === 'anytime'
      ? ['这笔钱随时可能要用，所以排得比您的风险等级更稳']
      : ['离用钱的时候比较近，所以排得比您的风险等级更稳'];
  }
  return ['再高一级的产品这里没有能放进方案的，或者要顾问先和您谈，所以排得比您的风险等级更稳'];
}

const BROAD_WORDS = { cash: '现金类', bond: '债券类', equity: '股票类', gold: '黄金类' };
