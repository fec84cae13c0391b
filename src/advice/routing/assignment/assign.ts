import { certify } from './certificate.js';
import type { Assignment, AssignmentProblem } from './problem.js';
import type { Posts } from './posts.js';
import { postsAt } from './posts.js';
import type { ScoreTable } from './score-table.js';
import { scoreTableOf } from './score-table.js';
import { settle } from './shifts.js';

/** Of the customers a first estimate of the prices is made from, at least so many. */
const FEWEST = 128;
/** How many times more customers each finer round has. */
const FINER = 4;

/**
 * 最优分派: the assignment of the greatest sum of scores, with its proof. Prices of the advisors' time
 * are found first for every 64th customer with a 64th of the capacity, then for more of them; what
 * is left for all customers are the deviations of the sample. The same problem always has the same
 * answer: among equal ones the order of customers and advisors decides, never a clock or chance.
 */
export function assign(problem: AssignmentProblem): Assignment {
  const table = scoreTableOf(problem);
  // More places than people are as good as one too many.
  const capacity = problem.capacity.map((places) => Math.min(places, table.customers + 1));
  const price = new Float64Array(table.advisors + 1);
  let posts = null as Posts | null;
  for (const stride of stridesFor(table)) {
    const share = shareOf(capacity, stride);
    posts = postsAt(table, everyNth(table, stride), share, price);
    settle(posts, price);
    // Only differences of prices count; with nobody everybody is free of charge.
    const zero = price[table.advisors]!;
    for (let post = 0; post < price.length; post += 1) price[post]! -= zero;
  }
  const assignment = advisorsOf(table, posts!);
  return { assignment, ...certify(table, problem.capacity, assignment, price) };
}

function stridesFor({ customers }: ScoreTable): readonly number[] {
  const strides = [1];
  for (let stride = FINER; customers / stride >= FEWEST; stride *= FINER) strides.unshift(stride);
  return strides;
}

const everyNth = ({ customers }: ScoreTable, stride: number): readonly number[] =>
  Array.from({ length: Math.ceil(customers / stride) }, (_, k) => k * stride);

/** A share of every capacity, rounded so that neighbours make up for each other. */
function shareOf(capacity: readonly number[], stride: number): readonly number[] {
  let whole = 0;
  const upTo = (places: number) => Math.floor(places / stride + 0.5);
  return capacity.map((places) => {
    const before = upTo(whole);
    whole += places;
    return upTo(whole) - before;
  });
}

function advisorsOf({ customers, advisors }: ScoreTable, { members }: Posts): (number | null)[] {
  const assignment = new Array<number | null>(customers).fill(null);
  for (let advisor = 0; advisor < advisors; advisor += 1) {
    for (const row of members[advisor]!) if (row < customers) assignment[row] = advisor;
  }
  return assignment;
}
