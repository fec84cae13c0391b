import type { Product } from '../../terms/product.js';
import { effectiveRiskLevel } from '../../terms/product.js';
import { productCap } from './house-limits.js';
import type { Candidate, MatchedNeed, MatchingTask } from './task.js';
import { daysOf } from './task.js';

/**
 * 一点都不能亏: money of which nothing may be lost goes into deposits within the insured sum and savings
 * bonds as far as they take it. The lowest grade has no stated loss (contracts.md, row 16), and may lose.
 */
export const mayLoseNothing = ({ maxLoss }: Pick<MatchedNeed, 'maxLoss'>): boolean => maxLoss === 0;

/** Pays back what was put in, at the end of its term. */
export const keepsPrincipal = ({ regime }: Pick<Product, 'regime'>): boolean =>
  regime === 'DEPOSIT' || regime === 'GOV_BOND';

/** 存款保险条例 art. 5 [T]: yuan of one person at one bank, principal and interest together. */
export const INSURED_PER_BANK = 500_000;

/** Largest part of the money in one product: what keeps its principal needs no spreading. */
export const largestPart = (need: MatchedNeed, product: Product): number =>
  mayLoseNothing(need) && keepsPrincipal(product) ? 1 : productCap(effectiveRiskLevel(product));

/** What counts towards the most of one issuer. */
const countsWithIssuer = (need: MatchedNeed, { product }: Candidate): boolean =>
  !(mayLoseNothing(need) && keepsPrincipal(product));

/** At most such a part of the money in what an issuer's candidates count for. */
export interface IssuerBound {
  readonly counts: (one: Candidate) => boolean;
  readonly most: number;
}

/** 同一家: the house's own bound, and what a bank's deposits are insured for. */
export function issuerBounds(
  task: MatchingTask,
  issuers: Iterable<string>,
): readonly (IssuerBound & { readonly limit: 'one_issuer' | 'insured_deposits' })[] {
  const { need, house } = task;
  return [...issuers].flatMap((issuer) => {
    const isOf = (one: Candidate) => one.product.issuer === issuer;
    const own = {
      limit: 'one_issuer' as const,
      counts: (one: Candidate) => isOf(one) && countsWithIssuer(need, one),
      most: house.issuerShare,
    };
    if (!mayLoseNothing(need)) return [own];
    const counts = (one: Candidate) => isOf(one) && one.product.regime === 'DEPOSIT';
    const most = insuredRoom(task, issuer) / need.amount;
    return [own, { limit: 'insured_deposits' as const, counts, most }];
  });
}

/** Yuan that a bank may still take within the insured sum. */
function insuredRoom({ held, shelf, house }: MatchingTask, bank: string): number {
  const there = shelf.filter(
    ({ product }) => product.issuer === bank && product.regime === 'DEPOSIT',
  );
  const kept = held
    .filter(({ code }) => there.some(({ product }) => product.code === code))
    .reduce((sum, { value }) => sum + value, 0);
  return Math.max(0, house.depositPerBank - kept);
}

/** What weighs against a candidate besides its fees, per unit of money. */
const WEIGHT = {
  /** More than being of another class of assets does, and less than lying idle. */
  mayLose: 3,
  /** Of what keeps its principal, the term nearest to the day the money is wanted. */
  shortTerm: 0.02,
};

export function weightAgainst(need: MatchedNeed, { product }: Candidate): number {
  if (!mayLoseNothing(need)) return 0;
  if (!keepsPrincipal(product)) return WEIGHT.mayLose;
  const days = daysOf(need.months);
  const term = (product.termYears ?? 0) * 365;
  return days === null || days === 0 ? 0 : WEIGHT.shortTerm * Math.max(0, 1 - term / days);
}

/** Idle money costs more where all that is left may lose: it is said, and the customer decides. */
export const weightOfIdle = (need: MatchedNeed): number =>
  mayLoseNothing(need) ? 1 + WEIGHT.mayLose : 1;
