// How long the suitability gate takes for a whole branch: every customer with every product.
import { judgeAll } from '../../dist/advice/suitability/judge-all.js';
import { OUTCOMES } from '../../dist/advice/suitability/verdict.js';

/** Issue 4: 10,000 customers × 500 products. */
export const SUITABILITY_LIMIT_S = 2;
const CUSTOMERS = 10_000;
const PRODUCTS = 500;

const REGIMES = ['CSRC_FUND', 'NFRA_INVEST', 'NFRA_INSURANCE', 'CSRC_FUND', 'DEPOSIT'];
const KINDS = ['protection', 'annuity', 'participating', 'universal', 'unit_linked'];

const customers = Array.from({ length: CUSTOMERS }, (_, n) => ({
  identityVerified: true,
  tolerance: 1 + (n % 5),
  assessedOn: n % 11 === 0 ? '2024-01-01' : '2026-06-01',
  lowestCategory: n % 97 === 0,
  personalization: n % 20 !== 0,
  age: 20 + (n % 70),
  liquidAssets: 20_000 + (n % 200) * 10_000,
  monthlySpending: 3_000 + (n % 30) * 500,
  householdIncome: 60_000 + (n % 60) * 10_000,
}));

const products = Array.from({ length: PRODUCTS }, (_, n) => {
  const regime = REGIMES[n % 5];
  const isGraded = regime !== 'DEPOSIT' && regime !== 'NFRA_INSURANCE';
  return {
    regime,
    status: n % 40 === 0 ? 'suspended' : 'on_sale',
    riskLevel: isGraded ? 1 + (((n / 5) | 0) % 5) : null,
    insuranceKind: KINDS[((n / 5) | 0) % 5],
    lockDays: (n % 4) * 90,
    termYears: n % 30,
  };
});

const setting = {
  today: '2026-11-22',
  channel: { operator: 'licensed_self_operated' },
  initiative: 'bot',
  need: { horizonDays: 200, maxLossPct: 20 },
  order: { amount: 50_000 },
};

/**
 * Seconds a round, the first one cold, and how many pairs had each outcome.
 *
 * @returns {{ pairs: number, seconds: number[], outcomes: Record<string, number> }}
 */
export function timeSuitability(rounds) {
  const seconds = [];
  let grid;
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    grid = judgeAll(customers, products, setting);
    seconds.push((performance.now() - started) / 1_000);
  }
  const outcomes = Object.fromEntries(OUTCOMES.map((name) => [name, 0]));
  for (const outcome of grid.outcomes) outcomes[OUTCOMES[outcome]] += 1;
  return { pairs: grid.outcomes.length, seconds, outcomes };
}
