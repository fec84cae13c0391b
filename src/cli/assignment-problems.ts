import { z } from 'zod';
import { assign } from '../advice/routing/assignment/assign.js';
import type { Assignment, AssignmentProblem } from '../advice/routing/assignment/problem.js';
import type { JsonFailure } from './json-lines.js';
import { failure, jsonOf, notJson, whatIsWrong } from './json-lines.js';

/** Beyond it a score has no digits left after the point that an optimum could be proven to. */
const GREATEST_SCORE = 1e12;

const Row = z.custom<readonly unknown[]>(Array.isArray, 'must be a list');

/** The `assign` contract of contracts.md; the rows are checked below: they may have millions of cells. */
const ProblemLine = z.strictObject({
  id: z.union([z.string(), z.number()]).nullish(),
  score: z.array(Row),
  capacity: z.array(z.int().min(0)),
});

type Answer =
  ({ readonly id?: string | number } & Assignment & { readonly ms: number }) | JsonFailure;

/** Answers one problem given as JSON text; `ms` is the time of the search and the proof. */
export function answerAssignment(text: string): Answer {
  const raw = jsonOf(text);
  if (raw === undefined) return notJson();
  const shape = ProblemLine.safeParse(raw);
  if (!shape.success) return whatIsWrong(raw, shape.error);
  const { id, ...problem } = shape.data;
  const fault = scoreFault(problem.score, problem.capacity.length);
  if (fault) return failure(id ?? null, 'invalid_value', `${fault.path}: ${fault.is}`, fault.path);
  const started = performance.now();
  const answer = assign(problem as AssignmentProblem);
  const ms = Math.round((performance.now() - started) * 1000) / 1000;
  return { ...(id !== null && id !== undefined && { id }), ...answer, ms };
}

/** The first cell, or row, that is no score. */
function scoreFault(
  score: readonly (readonly unknown[])[],
  advisors: number,
): { readonly path: string; readonly is: string } | null {
  for (let i = 0; i < score.length; i += 1) {
    const row = score[i]!;
    if (row.length !== advisors) {
      return { path: `score.${i}`, is: `${row.length} scores for ${advisors} advisors` };
    }
    for (let a = 0; a < advisors; a += 1) {
      if (!isScore(row[a])) return { path: `score.${i}.${a}`, is: 'no number of at most 1e12' };
    }
  }
  return null;
}

const isScore = (cell: unknown): boolean =>
  cell === null || (typeof cell === 'number' && Math.abs(cell) <= GREATEST_SCORE);
