import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Solver } from '../../../src/advice/allocation/solver.js';
import { MATCHING_RULES } from '../../../src/advice/matching/admission.js';
import { matchProducts } from '../../../src/advice/matching/match.js';
import type { Match, MatchingTask } from '../../../src/advice/matching/task.js';
import { judge } from '../../../src/advice/suitability/judge.js';
import { createSolver } from '../../../src/app/solver.js';
import { targetYearOf } from '../../../src/advice/matching/exposure.js';
import { DEFAULT_THRESHOLDS } from '../../../src/advice/suitability/house-thresholds.js';
import { effectiveRiskLevel } from '../../../src/terms/product.js';
import { anyTask, chen, demoProducts, demoShelf, onShelf, taskOf, TODAY } from './shelves.js';

let solve: Solver;
beforeAll(async () => {
  solve = await createSolver();
});

const RUNS = 150;
const matched = (changes: Partial<MatchingTask> = {}): Match =>
  matchProducts(taskOf(changes), solve);
const codesOf = ({ placed }: Match): readonly string[] =>
  placed.map(({ candidate }) => candidate.product.code);
const ruleOf = ({ excluded }: Match, code: string): string | undefined =>
  excluded.find((one) => one.code === code)?.rule;
const changed = (code: string, changes: object) =>
  demoProducts.map((one) => onShelf(one.code === code ? { ...one, ...changes } : one));

describe('whatever the shelf, the customer and the need', () => {
  it('nothing is placed that the gate or the rules of the shelf do not allow', () => {
    fc.assert(
      fc.property(anyTask, (task) => {
        for (const { candidate, amount } of matchProducts(task, solve).placed) {
          const { product, gated } = candidate;
          const { customer, channel, house, need } = task;
          const days = need.months === null ? null : Math.round((need.months * 365) / 12);
          const { verdict } = judge(
            {
              today: TODAY,
              product: gated,
              customer,
              channel,
              initiative: 'bot',
              need: { horizonDays: days },
              order: { amount: amount / 100 },
            },
            house,
          );
          expect(['ALLOW', 'ALLOW_WITH']).toContain(verdict);
          const grade = effectiveRiskLevel(product) ?? 0;
          expect(grade).toBeLessThanOrEqual(customer.lowestCategory ? 1 : customer.tolerance!);
          expect(product.private).toBe(false);
          expect(product.status).toBe('on_sale');
          expect((product.saleUntil ?? TODAY) >= TODAY).toBe(true);
          const term = Math.max(product.lockDays, 365 * (product.termYears ?? 0));
          const margin =
            term > 0 ? DEFAULT_THRESHOLDS.lockMarginDays + (product.settlementDays ?? 0) : 0;
          expect(term + margin).toBeLessThanOrEqual(
            need.liquidity === 'anytime' || term === 0 ? 0 : (days ?? Infinity),
          );
          expect(['reit', 'annuity']).not.toContain(product.type);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('placements are on the minimum and steps, within quota and caps, and sum to the fen', () => {
    fc.assert(
      fc.property(anyTask, (task) => {
        const { placed, idle } = matchProducts(task, solve);
        const whole = Math.round(task.need.amount * 100);
        const held = task.held.reduce((sum, { value }) => sum + value * 100, 0);
        expect(placed.reduce((sum, { amount }) => sum + amount, idle)).toBe(whole);
        expect(idle).toBeGreaterThanOrEqual(0);
        for (const { candidate, amount } of placed) {
          const { product } = candidate;
          const step = Math.max(1, Math.round((product.step ?? 1) * 100));
          const minimum = Math.round(product.minAmount * 100);
          expect(Number.isInteger(amount)).toBe(true);
          expect((amount - minimum) % step).toBe(0);
          expect(amount).toBeGreaterThanOrEqual(Math.max(minimum, 0.05 * whole));
          expect(amount).toBeLessThanOrEqual((product.quota ?? Infinity) * 100);
          const grade = effectiveRiskLevel(product);
          const safe = task.need.maxLoss === 0 ? 1 : 0.5;
          const cap = grade === null ? safe : { 1: 0.5, 2: 0.4, 3: 0.3, 4: 0.2, 5: 0.1 }[grade];
          const own = task.held.find(({ code }) => code === product.code)?.value ?? 0;
          expect(amount).toBeLessThanOrEqual(cap * whole);
          expect(amount + own * 100).toBeLessThanOrEqual(cap * (whole + held) + 1);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('the loss stated for the whole stays within what can be borne, and it is spread', () => {
    fc.assert(
      fc.property(anyTask, (task) => {
        const { placed, statedLoss } = matchProducts(task, solve);
        const whole = Math.round(task.need.amount * 100);
        const loss = placed.reduce((sum, { candidate, amount }) => {
          const grade = effectiveRiskLevel(candidate.product);
          return sum + (grade === null ? 0 : [0, 0.05, 0.15, 0.3, 0.6][grade - 1]!) * amount;
        }, 0);
        expect(statedLoss).toBeCloseTo(loss / whole, 12);
        expect(loss / whole).toBeLessThanOrEqual((task.need.maxLoss ?? 1) + 1e-9);
        const names = placed.map(({ candidate }) => candidate.product.name.replace(/ [AC]$/, ''));
        expect(new Set(names).size).toBe(names.length);
        for (const issuer of ['甲', '乙', '丙']) {
          // Deposits and bonds of money that may lose nothing are bounded by what is insured.
          const own = placed.filter(
            ({ candidate: { product } }) =>
              product.issuer === issuer &&
              !(task.need.maxLoss === 0 && ['DEPOSIT', 'GOV_BOND'].includes(product.regime)),
          );
          const sum = own.reduce((total, { amount }) => total + amount, 0);
          expect(sum).toBeLessThanOrEqual(0.6 * whole + 1);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('every product of the shelf is placed or carries one rule, and the order of the shelf is all one', () => {
    fc.assert(
      fc.property(anyTask, (task) => {
        const match = matchProducts(task, solve);
        const codes = [...codesOf(match), ...match.excluded.map(({ code }) => code)];
        expect([...codes].sort()).toEqual(task.shelf.map(({ product }) => product.code).sort());
        for (const { rule } of match.excluded) {
          const isRow = /^\d+$/.test(rule);
          expect(isRow || (MATCHING_RULES as readonly string[]).includes(rule)).toBe(true);
        }
        const turned = { ...task, shelf: [...task.shelf].reverse() };
        expect(matchProducts(turned, solve)).toEqual(match);
      }),
      { numRuns: RUNS },
    );
  });
});

/** What the mix of money that may lose nothing comes to. */
const ALL_CASH = {
  cash: 1,
  treasury: 0,
  corporate_bond: 0,
  a_shares: 0,
  us_equity: 0,
  gold: 0,
};

describe('三十万，五年后上大学，最多亏一成', () => {
  it('comes to a few products whose whole stays near the mix and within the loss', () => {
    const { placed, idle, statedLoss, exposure } = matched();
    expect(placed.length).toBeGreaterThanOrEqual(3);
    expect(placed.length).toBeLessThanOrEqual(6);
    expect(idle).toBe(0);
    expect(statedLoss).toBeLessThanOrEqual(0.1);
    expect(exposure.a_shares + exposure.us_equity).toBeCloseTo(0.21, 2);
    expect(exposure.treasury + exposure.corporate_bond).toBeCloseTo(0.66, 2);
  });

  it.each([
    ['LX0050', '13', 'a fund above the class'],
    ['YX0401', '12', 'wealth management above the class'],
    ['YX0203', '5', 'closed'],
    ['HT0001', '6', 'private, and she is no qualified investor'],
    ['YQ0201', 'no_part_of_a_mix', 'insurance'],
    ['CK0036', 'minimum_too_large', 'two hundred thousand of three'],
  ])('%s is left out by %s: %s', (code, rule) => {
    expect(ruleOf(matched(), code)).toBe(rule);
  });

  it('money goes into nothing that is free only on the very day it is needed', () => {
    const termOf = (months: number) => {
      const match = matchProducts(
        taskOf({ need: { amount: 300_000, months, maxLoss: 0.1, liquidity: 'dated' } }),
        solve,
      );
      return match.excluded.find(({ code }) => code === 'YX0202')?.rule;
    };
    expect(termOf(12)).toBe('term_beyond_horizon');
    expect(termOf(14)).not.toBe('term_beyond_horizon');
  });

  it('a fund for 2045 is no match for a school in five years', () => {
    const match = matchProducts(taskOf(), solve);
    expect(ruleOf(match, 'QY0080')).toBe('target_date_beyond_horizon');
    expect(targetYearOf({ name: '某养老目标日期2045三年持有混合' })).toBe(2045);
    expect(targetYearOf({ name: '某债券 A' })).toBeNull();
  });

  it('money that may be wanted at any time goes into nothing that is locked', () => {
    const need = { amount: 300_000, months: 60, maxLoss: 0.1, liquidity: 'anytime' } as const;
    const match = matched({ need });
    for (const { candidate } of match.placed) expect(candidate.product.lockDays).toBe(0);
    expect(ruleOf(match, 'YX0202')).toBe('locked_when_needed');
    expect(ruleOf(match, 'CK0012')).toBe('locked_when_needed');
  });

  it('who can lose nothing gets nothing that may lose, and the rest of the money stays', () => {
    const need = { amount: 300_000, months: 60, maxLoss: 0, liquidity: 'dated' } as const;
    const match = matched({ need, mix: ALL_CASH });
    expect([match.statedLoss, match.idle]).toEqual([0, 0]);
    // Not half in a money fund: a deposit takes all of it, of the term nearest to the day.
    expect(codesOf(match)).toEqual(['CK0036']);
  });

  it('of money that may lose nothing a bank gets no more than is insured, what is there included', () => {
    const need = { amount: 800_000, months: 60, maxLoss: 0, liquidity: 'dated' } as const;
    const customer = { ...chen, liquidAssets: 5_000_000 };
    const inBanks = ({ placed }: Match) =>
      placed.reduce(
        (sum, { candidate: { product }, amount }) =>
          sum + (product.regime === 'DEPOSIT' ? amount / 100 : 0),
        0,
      );
    const match = matched({ need, customer, mix: ALL_CASH });
    expect(inBanks(match)).toBeGreaterThan(400_000);
    expect(inBanks(match)).toBeLessThanOrEqual(470_000);
    // The rest goes into a savings bond before anything that may lose.
    expect(
      match.placed.every(({ candidate }) => effectiveRiskLevel(candidate.product) === null),
    ).toBe(true);
    const held = [{ code: 'CK0012', value: 450_000 }];
    expect(inBanks(matched({ need, customer, held, mix: ALL_CASH }))).toBeLessThanOrEqual(20_000);
  });

  it('of money that may lose nothing only what no deposit takes goes into the lowest grade', () => {
    const need = { amount: 50_000, months: 6, maxLoss: 0, liquidity: 'anytime' } as const;
    const { placed, statedLoss } = matched({ need, mix: ALL_CASH });
    expect(statedLoss).toBe(0);
    expect(placed.map(({ candidate }) => effectiveRiskLevel(candidate.product))).toEqual([1, 1]);
  });

  it('a product that leaves the shelf, its window or its quota leaves the plan', () => {
    expect(codesOf(matched())).toContain('YX0301');
    const gone = matched({ shelf: demoShelf.filter(({ product }) => product.code !== 'YX0301') });
    expect(codesOf(gone)).not.toContain('YX0301');
    const over = matched({ shelf: changed('YX0301', { saleUntil: '2026-11-25' }) });
    expect(ruleOf(over, 'YX0301')).toBe('outside_sale_window');
    const sold = matched({ shelf: changed('YX0301', { quota: 1_000 }) });
    expect(ruleOf(sold, 'YX0301')).toBe('quota_too_small');
  });

  it('what she holds much of already is not given more', () => {
    const match = matched({ held: [{ code: 'YX0301', value: 500_000 }] });
    expect(ruleOf(match, 'YX0301')).toBe('held_enough');
  });

  it('a part too large for what she has goes to a person, and the plan does without', () => {
    const customer = { ...chen, liquidAssets: 80_000 };
    const match = matched({ customer });
    for (const { amount } of match.placed) expect(amount).toBeLessThanOrEqual(64_000_00);
    expect(match.excluded.some(({ rule }) => rule === '17')).toBe(true);
  });

  it('of two share classes of one fund the cheaper over the time is placed, the other says so', () => {
    const match = matched();
    // Its service fee ends after a year, and nothing is charged at the door.
    expect(codesOf(match)).toContain('CH0108');
    expect(ruleOf(match, 'CH0107')).toBe('other_share_class');
  });
});
