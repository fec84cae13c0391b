import type { z } from 'zod';
import type { Plan } from '../../terms/plan.js';
import type { PlanShown } from './shapes.js';

/** Years are told by quarters: a fan of thirty years is drawn no better by months. */
const FAN_POINTS = 60;

export function planShown(plan: Plan): z.input<typeof PlanShown> {
  const { need, riskClass, mix, risk, products, cautions, versions, asOf } = plan;
  const placed = products.reduce((sum, { amount }) => sum + amount, 0);
  return {
    need,
    riskClass,
    mix: mix.map(({ assetClass, label, weight }) => ({ assetClass, label, weight })),
    volatility: risk.volatility,
    statedLoss: risk.statedLoss,
    pastDrawdown: pastOf(plan),
    outlook: outlookOf(plan),
    products: products.map((one) => ({ ...one, reasons: [...one.reasons] })),
    idle: Math.max(0, Math.round((need.amount - placed) * 100) / 100),
    cautions: [...cautions],
    versions: { ...versions },
    asOf,
  };
}

const pastOf = ({ past }: Plan) =>
  past
    ? { from: past.from, to: past.to, worst: past.own.maxDrawdown, yearly: past.own.annualReturn }
    : null;

function outlookOf({ outlook }: Plan) {
  if (!outlook) return null;
  const { target, probability, low, high, paths, fan } = outlook;
  const every = Math.max(1, Math.ceil(fan.length / FAN_POINTS));
  return {
    target,
    probability,
    low,
    high,
    paths,
    fan: fan
      .filter((_, at) => at % every === 0 || at === fan.length - 1)
      .map(({ month, values }) => ({ month, values: { ...values } })),
  };
}
