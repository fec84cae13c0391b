import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { branchAndBound } from '../../../src/advice/allocation/integer/branch-and-bound.js';
import type { Solver } from '../../../src/advice/allocation/solver.js';
import { admit } from '../../../src/advice/matching/admission.js';
import { matchingProgram } from '../../../src/advice/matching/program.js';
import { createSolver } from '../../../src/app/solver.js';
import { anyTask } from './shelves.js';

let solve: Solver;
beforeAll(async () => {
  solve = await createSolver();
});

describe('which products are placed', () => {
  it('is the best choice there is, whatever the shelf: HiGHS finds none better', () => {
    fc.assert(
      fc.property(anyTask, (task) => {
        const { program } = matchingProgram(task, admit(task).candidates, false);
        const found = branchAndBound(program, 50_000);
        expect(found.status).toBe('optimal');
        expect(found.objective).toBeCloseTo(solve(program, { gap: 0 }).objective, 8);
        expect(found.objective - found.bound).toBeLessThanOrEqual(1e-9);
      }),
      { seed: 6, numRuns: 100 },
    );
  }, 60_000);
});
