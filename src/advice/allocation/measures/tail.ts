/** 尾部风险: all take losses ℓ₁ … ℓ_T (a loss is a return with its sign turned) and α, the share of the tail. */
type Losses = ArrayLike<number>;

/** 在险价值 VaR: the ⌈αT⌉-th largest loss. Riskfolio-Lib `VaR_Hist` (BSD-3). */
export function valueAtRisk(losses: Losses, alpha: number): number {
  return descending(losses)[tailEnd(losses, alpha)]!;
}

/** 条件在险价值 CVaR: VaR + Σ max(ℓ−VaR,0)/(αT). Rockafellar & Uryasev (2000), eq. 17. */
export function conditionalValueAtRisk(losses: Losses, alpha: number): number {
  const sorted = descending(losses);
  const end = tailEnd(losses, alpha);
  const threshold = sorted[end]!;
  let excess = 0;
  for (let i = 0; i < end; i++) excess += sorted[i]! - threshold;
  return threshold + excess / (alpha * sorted.length);
}

/**
 * 熵在险价值 EVaR: inf over z > 0 of z·log(Σ exp(ℓ/z)/(αT)); the worst loss where αT reaches no further.
 * Ahmadi-Javid (2012), def. 3.1.
 */
export function entropicValueAtRisk(losses: Losses, alpha: number): number {
  const worst = worstLoss(losses);
  const scale = entropicScale(losses, alpha);
  if (scale === 0) return worst;
  let sum = 0;
  for (let t = 0; t < losses.length; t++) sum += Math.exp((losses[t]! - worst) / scale);
  return worst + scale * Math.log(sum / (alpha * losses.length));
}

/**
 * The z at which EVaR is attained, 0 where it is the worst loss. The tilted probabilities' divergence
 * from even ones falls in z and meets log(1/α) there; halving the interval of log z finds it.
 */
export function entropicScale(losses: Losses, alpha: number): number {
  const worst = worstLoss(losses);
  const spread = worst + worstLoss(Float64Array.from(losses, (loss) => -loss));
  const budget = -Math.log(alpha);
  if (!(spread > 0) || divergence(losses, worst, spread * 1e-9) <= budget) return 0;
  let low = Math.log(spread * 1e-9);
  let high = Math.log(spread);
  while (divergence(losses, worst, Math.exp(high)) > budget) high += 2;
  for (let halving = 0; halving < 60 && high - low > 1e-13; halving++) {
    const middle = (low + high) / 2;
    if (divergence(losses, worst, Math.exp(middle)) > budget) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

/** Kullback-Leibler divergence of pₜ ∝ exp(ℓₜ/z) from 1/T. */
function divergence(losses: Losses, worst: number, scale: number): number {
  let sum = 0;
  let weighted = 0;
  for (let t = 0; t < losses.length; t++) {
    const exponent = (losses[t]! - worst) / scale;
    const weight = Math.exp(exponent);
    sum += weight;
    weighted += weight * exponent;
  }
  return weighted / sum - Math.log(sum) + Math.log(losses.length);
}

/** 最大损失 WR. */
export function worstLoss(losses: Losses): number {
  let worst = -Infinity;
  for (let t = 0; t < losses.length; t++) worst = Math.max(worst, losses[t]!);
  return worst;
}

function descending(losses: Losses): Float64Array {
  return Float64Array.from(losses).sort().reverse();
}

/** Position of VaR among the losses, largest first. A product such as 0.07·100 may stand a hair above its whole number. */
function tailEnd(losses: Losses, alpha: number): number {
  return Math.max(0, Math.ceil(alpha * losses.length) - 1);
}
