import type { ProposalState } from './evolve.js';

/**
 * What may be repeated of a proposal whatever figures stand in it: names of products, what has to be
 * known beside it, and a person's own reason. What may not be said at all, the guard's rules know.
 */
export const spokenOf = ({ plan, signed }: ProposalState, withReason = true): readonly string[] => [
  ...plan.products.flatMap(({ name, reasons }) => [name, ...reasons]),
  ...plan.cautions,
  ...(withReason && signed?.reason ? [signed.reason] : []),
];
