import type { Posts } from './posts.js';
import { move, refresh, unitsOf } from './posts.js';

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
  size: number;
  /** The nearest post with room that is known, and the loss on the way; −1 and Infinity: none is. */
  goal: number;
  bound: number;
  /** 1: its distance is final. Rounding alone could still better it, and close a chain to a ring. */
  readonly passed: Uint8Array;
  /** Posts whose loss from the one at hand is but a lower bound. */
  readonly doubtful: Int32Array;
}

const searchOver = (count: number): Search => ({
  distance: new Float64Array(count),
  before: new Int32Array(count),
  reached: new Int32Array(count),
  size: 0,
  goal: -1,
  bound: Infinity,
  passed: new Uint8Array(count),
  doubtful: new Int32Array(count),
});

/** Dijkstra's search up to the nearest post with room; then raises the prices of the posts it passed. */
function cheapestShift(posts: Posts, price: Float64Array, search: Search, source: number): number {
  const { distance, reached, passed } = search;
  distance.fill(Infinity);
  passed.fill(0);
  distance[source] = 0;
  reached[0] = source;
  search.size = 1;
  search.goal = -1;
  search.bound = Infinity;
  let done = 0;
  do {
    const at = nextOf(search, done);
    if (distance[at]! >= search.bound) break;
    done += 1;
    passed[at] = 1;
    goOn(posts, price, search, at);
  } while (done < search.size);
  if (search.goal < 0) throw new Error('fewer places than people');
  for (let k = 0; k < done; k += 1) {
    const post = reached[k]!;
    price[post]! += search.bound - distance[post]!;
  }
  return search.goal;
}

/** Every chain that ends here, one move further, where that is shorter than what is known. */
function goOn(posts: Posts, price: Float64Array, search: Search, at: number): void {
  const { count, loss, leaver } = posts;
  const { distance, doubtful } = search;
  const line = at * count;
  const base = distance[at]! - price[at]!;
  let { bound } = search;
  let doubts = 0;
  for (let to = 0; to < count; to += 1) {
    const over = base + loss[line + to]! + price[to]!;
    if (over >= bound || over >= distance[to]!) continue;
    if (leaver[line + to]! < 0) doubtful[doubts++] = to;
    else bound = reach(posts, search, at, to, over);
  }
  // By now the bound rules most of them out.
  for (let k = 0; k < doubts; k += 1) {
    const to = doubtful[k]!;
    if (base + loss[line + to]! + price[to]! >= bound) continue;
    refresh(posts, at, to);
    const over = base + loss[line + to]! + price[to]!;
    if (over < bound && over < distance[to]!) bound = reach(posts, search, at, to, over);
  }
}

/** Notes a shorter chain; answers with the bound, lower if there is room at its end. */
function reach({ room }: Posts, search: Search, at: number, to: number, over: number): number {
  const { distance, before, reached, passed } = search;
  if (passed[to] === 1) return search.bound;
  if (distance[to] === Infinity) reached[search.size++] = to;
  distance[to] = over;
  before[to] = at;
  if (room[to]! > 0) {
    search.bound = over;
    search.goal = to;
  }
  return search.bound;
}

/** Brings the nearest of the posts not yet passed to the front of them. */
function nextOf({ reached, distance, size }: Search, done: number): number {
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
