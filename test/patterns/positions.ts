import type { AST } from '@eslint-community/regexpp';

/** Positions of a repeated part (Glushkov 1961), with every way from one to the next. */
export interface Automaton {
  /** What each position reads. */
  readonly reads: readonly RegExp[];
  /** From → to; one that is there twice is two ways. */
  readonly steps: readonly (readonly [from: number, to: number])[];
}

interface Part {
  readonly isNullable: boolean;
  readonly firsts: readonly number[];
  readonly lasts: readonly number[];
}

const EMPTY: Part = { isNullable: true, firsts: [], lasts: [] };
/** More repetitions than these are read as any number of them. */
export const FEW = 8;

/** The automaton of a part said over and over. */
export function automatonOf(element: AST.Element, flags: string): Automaton {
  const reads: RegExp[] = [];
  const steps: [number, number][] = [];
  const link = (from: Part, to: Part) => {
    for (const last of from.lasts) for (const first of to.firsts) steps.push([last, first]);
  };
  const one = (raw: string): Part => {
    const at = reads.push(new RegExp(`^(?:${raw})$`, flags)) - 1;
    return { isNullable: false, firsts: [at], lasts: [at] };
  };
  const joined = (left: Part, right: Part): Part => {
    link(left, right);
    return {
      isNullable: left.isNullable && right.isNullable,
      firsts: left.isNullable ? [...left.firsts, ...right.firsts] : left.firsts,
      lasts: right.isNullable ? [...left.lasts, ...right.lasts] : right.lasts,
    };
  };
  const either = (parts: readonly Part[]): Part => ({
    isNullable: parts.some(({ isNullable }) => isNullable),
    firsts: parts.flatMap(({ firsts }) => firsts),
    lasts: parts.flatMap(({ lasts }) => lasts),
  });
  const optional = (part: Part): Part => ({ ...part, isNullable: true });
  /** As engines do it: one more is tried only after the one before. */
  const repeated = ({ element: inner, min, max }: AST.Quantifier): Part => {
    let made = EMPTY;
    for (let time = max > FEW ? Math.max(Math.min(min, FEW), 1) : max; time > 0; time -= 1) {
      const part = partOf(inner);
      if (max > FEW && made === EMPTY) link(part, part);
      made = joined(part, made);
      if (time > min) made = optional(made);
    }
    return made;
  };
  const partOf = (node: AST.Element): Part => {
    switch (node.type) {
      case 'Group':
      case 'CapturingGroup':
        return either(node.alternatives.map(({ elements }) => inRow(elements)));
      case 'Quantifier':
        return repeated(node);
      case 'Assertion':
      case 'Backreference':
        return EMPTY;
      default:
        return one(node.raw);
    }
  };
  const inRow = (elements: readonly AST.Element[]): Part =>
    elements.map(partOf).reduce(joined, EMPTY);

  const whole = partOf(element);
  link(whole, whole);
  return { reads, steps };
}
