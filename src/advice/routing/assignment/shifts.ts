import type { Posts } from './posts.js';
import { move, unitsOf } from './posts.js';

/**
 * Brings every post to exactly its places by successive shortest paths: from a post with too many, the
 * chain of moves that loses least ends at a post with room. Prices rise along the way so that
 * everybody still stands where they gain most: optimality is never lost, only room is found.
 * (Edmonds & Karp 1972, Tomizawa 1971; here on posts instead of customers.)
 */
export function settle(posts: Posts, price: Float64Array): void {
  const search = searchOver(posts.count);
  for (let source = 0; source < posts.count; source += 1) {
    while (posts.room[source]! < 0) {
      const goal = cheapestShift(posts, price, search, source);
      shift(posts, search, source, goal);
    }
  }
}

interface Search {
  /** Loss of the cheapest chain to a post, in reduced costs. */
  readonly distance: Float64Array;
  readonly before: Int32Array;
  /** Posts that some chain reaches, and how many: those whose chain is the cheapest come first. */
  readonly reached: Int32Array;
}

const searchOver = (count: number): Search => ({
  distance: new Float64Array(count),
  before: new Int32Array(count),
  reached: new Int32Array(count),
});

/**
 * Dijkstra's search up to the nearest post with room; then raises the prices of the posts it passed.
 * Chains longer than one that has found room already are not followed.
 */
function cheapestShift(
  { count, room, loss }: Posts,
  price: Float64Array,
  { distance, before, reached }: Search,
  source: number,
): number {
  distance.fill(Infinity);
  distance[source] = 0;
  reached[0] = source;
  let size = 1;
  let done = 0;
  let bound = Infinity;
  let goal = -1;
  let at = source;
  while (at !== goal) {
    done += 1;
    const line = at * count;
    const base = distance[at]! - price[at]!;
    for (let to = 0; to < count; to += 1) {
      const over = base + loss[line + to]! + price[to]!;
      if (over >= bound || over >= distance[to]!) continue;
      if (distance[to] === Infinity) reached[size++] = to;
      distance[to] = over;
      before[to] = at;
      if (room[to]! <= 0) continue;
      bound = over;
      goal = to;
    }
    if (goal < 0 && done === size) throw new Error('fewer places than people');
    at = done === size ? goal : nextOf(reached, distance, done, size);
    if (distance[at]! >= bound) at = goal;
  }
  for (let k = 0; k < done; k += 1) {
    const post = reached[k]!;
    price[post]! += bound - distance[post]!;
  }
  return goal;
}

/** Brings the nearest of the posts not yet passed to the front of them. */
function nextOf(reached: Int32Array, distance: Float64Array, done: number, size: number): number {
  let place = done;
  for (let k = done + 1; k < size; k += 1) {
    if (distance[reached[k]!]! < distance[reached[place]!]!) place = k;
  }
  const next = reached[place]!;
  reached[place] = reached[done]!;
  reached[done] = next;
  return next;
}

/** As many units along the chain that was found, from its end, as every link of it can bear. */
function shift(posts: Posts, { before }: Search, source: number, goal: number): void {
  const { room, leaver, count } = posts;
  let units = Math.min(-room[source]!, room[goal]!);
  for (let to = goal; to !== source; to = before[to]!) {
    const from = before[to]!;
    units = Math.min(units, unitsOf(posts, leaver[from * count + to]!, from));
  }
  for (let to = goal; to !== source; to = before[to]!) {
    const from = before[to]!;
    move(posts, leaver[from * count + to]!, from, to, units);
  }
  room[source]! += units;
  room[goal]! -= units;
}
