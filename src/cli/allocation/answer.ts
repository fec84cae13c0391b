import { createSolver } from '../../app/solver.js';
import type { AllocationAnswer, AllocationRefusal } from '../../advice/allocation/answer.js';
import { isRefusal } from '../../advice/allocation/answer.js';
import type { Operation, OperationInputs } from '../../advice/allocation/operations.js';
import { allocate } from '../../advice/allocation/operations.js';
import { jsonOf } from '../json-lines.js';
import { Problem } from './problem.js';

type Id = string | number;

/** One line of the contract: the answer, or why there is none. */
export type Answered =
  | (AllocationAnswer & { readonly id?: Id; readonly ms: number })
  | { readonly id?: Id | null; readonly error: Failure };

type Failure =
  | { readonly code: 'infeasible'; readonly conflict: readonly string[] }
  | { readonly code: string; readonly message: string; readonly path: string };

/** Answers one problem given as JSON text. */
export async function allocator(): Promise<(text: string) => Answered> {
  const solver = await createSolver();
  return (text) => {
    const raw = jsonOf(text);
    if (raw === undefined) return malformed(null, 'not_json', 'this is not JSON', '');
    const parsed = Problem.safeParse(raw);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return malformed(idOf(raw), issue!.code, issue!.message, issue!.path.join('.'));
    }
    const { id, op, input } = parsed.data;
    const named = id === undefined ? {} : { id };
    const started = performance.now();
    const outcome = allocate(op as Operation, input as OperationInputs[Operation], solver);
    const ms = Math.round((performance.now() - started) * 1000) / 1000;
    return isRefusal(outcome)
      ? { ...named, error: failureOf(outcome) }
      : { ...named, ...outcome, ms };
  };
}

/** Whether it was found that the rules conflict. */
export const isInfeasible = (answer: Answered): boolean =>
  'error' in answer && answer.error.code === 'infeasible';

function failureOf(refusal: AllocationRefusal): Failure {
  switch (refusal.refused) {
    case 'infeasible':
      return { code: 'infeasible', conflict: refusal.conflict };
    case 'unbounded':
      return {
        code: 'unbounded',
        message: 'the rules let the objective grow without end',
        path: '',
      };
    case 'unsolved':
      return { code: 'unsolved', message: 'the solver gave up', path: '' };
  }
}

const idOf = (raw: unknown): Id | null => {
  const id = (raw as { id?: unknown } | null)?.id;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
};

const malformed = (id: Id | null, code: string, message: string, path: string): Answered => ({
  id,
  error: { code, message, path },
});
