import { nameWithoutClass } from '../../terms/product.js';
import type { AssetClass } from '../allocation/market/asset-class.js';
import { ASSET_CLASSES } from '../allocation/market/asset-class.js';
import type { ProgramDraft, Term } from '../allocation/rebalance/program.js';
import { draftProgram } from '../allocation/rebalance/program.js';
import type { Program } from '../allocation/solver.js';
import type { BroadClass } from './exposure.js';
import { BROAD_CLASSES, BROAD_OF, partIn } from './exposure.js';
import { MOST_PRODUCTS } from './house-limits.js';
import { issuerBounds, weightAgainst, weightOfIdle } from './principal.js';
import type { Candidate, MatchingTask } from './task.js';
import { fenOf } from './task.js';

/** What one unit costs, money being parts of the whole: distance first, then fees over the horizon. */
const PRICE = {
  /** Away from the mix in a broad class, and within one (a bond of one kind for another). */
  broad: 1,
  fine: 0.25,
  /** A further product has to be worth two thousandths. */
  product: 0.002,
  /** Of two that are alike in everything the first by code is taken. */
  order: 1e-6,
};

/** Columns of one candidate: whether it is placed, and lots beyond its first amount. */
export interface Pick {
  readonly isPlaced: number;
  readonly lots: number;
}

/** 选品模型: a mixed-integer program over placements; idle money is always an answer. */
export function matchingProgram(
  task: MatchingTask,
  candidates: readonly Candidate[],
  inLots: boolean,
): { readonly program: Program; readonly picks: readonly Pick[] } {
  const whole = fenOf(task.need.amount);
  const draft = draftProgram();
  const picks = candidates.map((one, at): Pick => {
    const first = one.first / whole;
    const lot = one.lot / whole;
    const cost = one.cost + weightAgainst(task.need, one);
    const isPlaced = draft.column(PRICE.product + cost * first + PRICE.order * at, 1, true);
    const mostLots = Math.floor((one.most - one.first) / one.lot);
    const lots = draft.column(cost * lot, mostLots, inLots);
    draft.row(
      [
        [lots, 1],
        [isPlaced, -mostLots],
      ],
      -Infinity,
      0,
    );
    return { isPlaced, lots };
  });
  const idle = draft.column(weightOfIdle(task.need), 1);
  const sumOf = partsOf(candidates, picks, whole);
  draft.row([...sumOf(() => 1), [idle, 1]], 1, 1);
  if (inLots) draft.row([[idle, 1]], oddPart(candidates, whole), 1);
  addDistance(draft, task, sumOf, idle);
  addLimits(draft, task, candidates, picks, sumOf);
  return { program: draft.finish(), picks };
}

/** What no placements can make up, as all of them are multiples of something: 700 of 30,700 yuan, say. */
function oddPart(candidates: readonly Candidate[], whole: number): number {
  const unit = candidates.reduce((of, { first, lot }) => divisor(divisor(of, first), lot), 0);
  return unit === 0 ? 0 : (whole % unit) / whole;
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

type SumOf = (part: (candidate: Candidate) => number) => Term[];

/** Σ part × amount over the candidates, as terms. */
const partsOf =
  (candidates: readonly Candidate[], picks: readonly Pick[], whole: number): SumOf =>
  (part) =>
    candidates.flatMap((one, at): Term[] => {
      const value = part(one);
      if (value === 0) return [];
      const { isPlaced, lots } = picks[at]!;
      return [
        [isPlaced, (value * one.first) / whole],
        [lots, (value * one.lot) / whole],
      ];
    });

/** How far the placements are from the mix, class by class and in broad classes; idle money is cash. */
function addDistance(draft: ProgramDraft, { mix }: MatchingTask, sumOf: SumOf, idle: number): void {
  const row = (terms: Term[], isCash: boolean, target: number, price: number): void => {
    const [above, below] = [draft.column(price), draft.column(price)];
    const own: Term[] = isCash ? [[idle, 1]] : [];
    draft.row([...terms, ...own, [above, -1], [below, 1]], target, target);
  };
  for (const name of ASSET_CLASSES) {
    const terms = sumOf(({ exposure }) => exposure[name] ?? 0);
    row(terms, name === 'cash', mix[name], PRICE.fine);
  }
  for (const broad of BROAD_CLASSES) {
    const terms = sumOf(({ exposure }) => partIn(exposure, broad));
    row(terms, broad === 'cash', broadPart(mix, broad), PRICE.broad);
  }
}

export const broadPart = (mix: Readonly<Record<AssetClass, number>>, broad: BroadClass): number =>
  ASSET_CLASSES.filter((name) => BROAD_OF[name] === broad).reduce(
    (sum, name) => sum + mix[name],
    0,
  );

/** Loss of the whole, shares no more than the mix has, issuers, one class of a fund, few products. */
function addLimits(
  draft: ProgramDraft,
  task: MatchingTask,
  candidates: readonly Candidate[],
  picks: readonly Pick[],
  sumOf: SumOf,
): void {
  const { mix, need } = task;
  if (need.maxLoss !== null)
    draft.row(
      sumOf((one) => one.statedLoss),
      0,
      need.maxLoss,
    );
  for (const broad of ['equity', 'gold'] as const) {
    draft.row(
      sumOf(({ exposure }) => partIn(exposure, broad)),
      0,
      broadPart(mix, broad),
    );
  }
  const issuers = new Set(candidates.map(({ product }) => product.issuer));
  for (const { counts, most } of issuerBounds(task, issuers)) {
    draft.row(
      sumOf((one) => Number(counts(one))),
      0,
      most,
    );
  }
  const placedOf = (isMeant: (one: Candidate) => boolean): Term[] =>
    candidates.flatMap((one, at): Term[] => (isMeant(one) ? [[picks[at]!.isPlaced, 1]] : []));
  for (const family of new Set(candidates.map(familyOf))) {
    draft.row(
      placedOf((one) => familyOf(one) === family),
      0,
      1,
    );
  }
  draft.row(
    placedOf(() => true),
    0,
    MOST_PRODUCTS,
  );
}

/** The A and C class of one fund are one product to be diverse in. */
export const familyOf = ({ product }: Candidate): string => nameWithoutClass(product.name);
