// The peer cases told otherwise: what is true of them may not hang on how they are told.
import { allocateLines, boundOf, readCases } from './cases.mjs';

const WEIGHED = ['mvo', 'scenario', 'risk_parity', 'mdp', 'minimax', 'min_te'];
const BY_COVARIANCE = ['mvo', 'risk_parity', 'mdp'];
const FACTORS = [1e-4, 1e-2, 1e2, 1e4];
/** How far weights may be from those of the case as it was told. */
const SAME = 1e-6;

/**
 * How many variants of each kind are certified and answered as they should be, and which are not.
 *
 * @returns {Promise<{ kind: string, count: number, wrong: { id: string, why: string }[] }[]>}
 */
export async function runVariants(file) {
  const cases = readCases(file).filter(({ op }) => WEIGHED.includes(op));
  const plain = await allocateLines(cases);
  const variants = cases.flatMap((one, at) =>
    [permuted, ...FACTORS.map(scaled), duplicated, withCash].flatMap((vary) => {
      const variant = vary(one, plain[at]);
      return variant ? [{ ...variant, bound: boundOf(one.input) }] : [];
    }),
  );
  const answers = await allocateLines(variants);
  const kinds = [...new Set(variants.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const told = variants.flatMap((one, at) =>
      one.kind === kind ? [{ id: one.id, why: faultOf(one, answers[at]) }] : [],
    );
    return { kind, count: told.length, wrong: told.filter(({ why }) => why !== null) };
  });
}

function faultOf({ bound, expect }, answer) {
  if (answer.error) return JSON.stringify(answer.error);
  const { gap, violation } = answer.certificate;
  if (!(gap <= bound && violation <= 1e-9)) return `gap ${gap}, violation ${violation}`;
  return expect(answer);
}

/** Assets backwards: the weights come backwards too. */
function permuted({ id, op, input }, { weights, values }) {
  const n = sizeOf(input);
  const order = Array.from({ length: n }, (_, i) => n - 1 - i);
  return {
    id,
    op,
    kind: 'assets in another order',
    input: picked(input, order),
    expect: (answer) =>
      weights
        ? apart(
            answer.weights,
            order.map((i) => weights[i]),
          )
        : apart(answer.values, values),
  };
}

const scaled = (factor) =>
  function byFactor({ id, op, input }, { weights }) {
    if (!BY_COVARIANCE.includes(op)) return null;
    const risk = input.objective ?? '';
    return {
      id,
      op,
      kind: `covariance × ${factor}`,
      input: {
        ...input,
        cov: input.cov.map((row) => row.map((value) => value * factor)),
        ...(input.risk_aversion && { risk_aversion: input.risk_aversion / factor }),
        ...(input.target_vol && { target_vol: input.target_vol * Math.sqrt(factor) }),
        ...(input.l2 && risk.startsWith('min_variance') && { l2: input.l2 * factor }),
      },
      expect: (answer) => apart(answer.weights, weights),
    };
  };

/** The heaviest asset twice: both hold the same, and where nothing counts weights, as much as one did. */
function duplicated({ id, op, input }, { weights }) {
  if (!weights || op === 'minimax' || Array.isArray(input.lb) || Array.isArray(input.ub))
    return null;
  const n = weights.length;
  const twin = weights.reduce((best, value, i) => (value > weights[best] ? i : best), 0);
  const counts = input.l2 || op === 'risk_parity' || input.objective === 'risk_parity';
  const bound = weights.some((value) => Math.abs(value) > 0.999) || input.lb === -1;
  return {
    id,
    op,
    kind: 'an asset twice',
    input: picked(input, [...Array(n).keys(), twin]),
    expect: ({ weights: found }) => {
      const uneven = apart([found[twin]], [found[n]]);
      if (uneven || counts || bound) return uneven;
      const together = found.slice(0, n);
      together[twin] += found[n];
      return apart(together, weights);
    },
  };
}

/** An asset without risk, which is certified like any other. */
function withCash({ id, op, input }) {
  if (op !== 'mvo' && op !== 'scenario') return null;
  if (input.objective === 'risk_parity' || input.objective === 'max_ratio') return null;
  const rate = input.rf ?? 0;
  return {
    id,
    op,
    kind: 'a riskless asset besides',
    input: {
      ...input,
      ...(input.cov && { cov: [...input.cov.map((row) => [...row, 0]), zerosLike(input.cov)] }),
      ...(input.returns && { returns: input.returns.map((row) => [...row, rate / 252]) }),
      ...(input.mu && { mu: [...input.mu, rate] }),
    },
    expect: () => null,
  };
}

const zerosLike = (cov) => Array(cov.length + 1).fill(0);

const sizeOf = ({ cov, returns, returns_by_asset: byAsset }) =>
  (cov ?? byAsset ?? returns[0]).length;

/** The input of the assets at these positions. */
function picked(input, at) {
  const pick = (values) => at.map((i) => values[i]);
  const each = (value) => (Array.isArray(value) ? pick(value) : value);
  return {
    ...input,
    ...(input.cov && { cov: pick(input.cov).map(pick) }),
    ...(input.mu && { mu: pick(input.mu) }),
    ...(input.returns && { returns: input.returns.map(pick) }),
    ...(input.returns_by_asset && { returns_by_asset: pick(input.returns_by_asset) }),
    ...(input.budgets && { budgets: pick(input.budgets) }),
    ...(input.lb !== undefined && { lb: each(input.lb) }),
    ...(input.ub !== undefined && { ub: each(input.ub) }),
  };
}

function apart(found, expected) {
  const most = Math.max(...expected.map((value, i) => Math.abs(value - found[i])));
  return most <= SAME ? null : `${most} from what it was`;
}
