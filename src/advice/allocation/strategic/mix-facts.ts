import type { Fact } from '../../../terms/fact.js';
import { ASSET_CLASSES } from '../market/asset-class.js';
import type { AssetClass, ByClass } from '../market/asset-class.js';
import { monthInWords } from '../market/month.js';
import type { MarketSeries } from '../market/series.js';
import type { Band } from './bands.js';
import type { StrategicMix } from './mix.js';

/** Percent with at most one decimal. */
const percent = (ratio: number): number => Math.round(ratio * 1000) / 10;

/** What a mix is made of, what it is measured by, and what it did in the past. */
export interface Mixture {
  /** What is held. */
  readonly weights: ByClass<number>;
  readonly volatility: number;
  /** Largest loss from a high at month-ends of the history; null: the history is too short. */
  readonly historyLoss: number | null;
}

/**
 * 配置的说明: what a reply may state of a mix, held and aimed at. The assumed return is not among it: a
 * figure for the future would be heard as a promise.
 */
export function mixFacts(
  { weights, volatility, historyLoss }: Mixture,
  aimedAt: StrategicMix,
  bands: ByClass<Band>,
  { classes, from, to }: MarketSeries,
): readonly Fact[] {
  const named = ASSET_CLASSES.filter(
    (name) => weights[name] > 0 || aimedAt.weights[name] > 0 || bands[name].high >= 0.005,
  );
  const inPercent = (label: string, ratio: number): Fact => ({
    value: percent(ratio),
    unit: '%',
    label,
  });
  return [
    ...named.flatMap((name): Fact[] => [
      inPercent(`${classes[name].name}的比例`, weights[name]),
      inPercent(`${classes[name].name}的参考比例`, aimedAt.weights[name]),
      inPercent(`${classes[name].name}的合理区间下限`, bands[name].low),
      inPercent(`${classes[name].name}的合理区间上限`, bands[name].high),
    ]),
    inPercent('配置时设定的最大亏损限度（不是保证）', aimedAt.lossLimit),
    ...(historyLoss === null
      ? []
      : [
          inPercent(
            `这样配置在${monthInWords(from)}末至${monthInWords(to)}末按月末计的最大回撤`,
            historyLoss,
          ),
        ]),
    inPercent('每年大致的波动幅度（本机构估算）', volatility),
  ];
}

/** 为什么不更进取: the rules that hold the mix back, dearest first, in the customer's words. */
export function bindingWords(mix: StrategicMix, { classes }: MarketSeries): readonly string[] {
  const inWords = (rule: string): string => {
    if (rule.startsWith('cap:')) {
      const name = rule.slice('cap:'.length) as AssetClass;
      const what = mix.weights[name] > 0 ? '已经到了您这个风险等级的上限' : '超出了您的风险等级';
      return classes[name].name + what;
    }
    return RULE_WORDS[rule] ?? rule;
  };
  // What risk itself holds back comes first: it has no price.
  const dear = (price: number | null): number => price ?? Infinity;
  return [...mix.binding]
    .sort((a, b) => (dear(b.shadowPrice) > dear(a.shadowPrice) ? 1 : -1))
    .map(({ rule }) => inWords(rule));
}

const RULE_WORDS: Readonly<Record<string, string>> = {
  volatility_budget: '再多一点风险，一年里的起伏就会超出您这个风险等级',
  history_loss: '再多一点风险，历史上最差的那段时间就会亏得比您能承受的更多',
  stated_loss: '整体可能的亏损已经到了您能承受的限度',
  equity: '股票类合计已经到了您这个风险等级的上限',
  cash_floor: '要留一部分随时能用的钱',
};
