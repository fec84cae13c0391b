import type { ScoreTable } from './score-table.js';

/**
 * Who stands at which post. A post is an advisor, or the last one: nobody. Besides customers there is
 * spare time, in as many equal units as all capacities together, so that in the end every post is
 * exactly full: with customers or with time nobody asked for.
 *
 * Between two posts only one figure counts: what the cheapest of those who could leave the one for
 * the other would lose by it. So the search is one among posts, however many customers there are.
 */
export interface Posts {
  readonly table: ScoreTable;
  readonly count: number;
  /** Places free at a post; negative: more stand there than it has places. */
  readonly room: Int32Array;
  /** Rows of the score table at each post; the row of spare time once, if there is any. */
  readonly members: readonly number[][];
  /** Units of spare time at each post. */
  readonly spare: Int32Array;
  /**
   * Posts × posts: the least that one of the first loses by going to the second; Infinity: none may.
   * Where the row that lost so little has left, it is no more than a lower bound until `refresh`.
   */
  readonly loss: Float64Array;
  /** Posts × posts: the row whose loss that is; −1: it has left, or there never was one. */
  readonly leaver: Int32Array;
}

/** Every customer of `rows` where they gain most at these prices, all spare time with nobody. */
export function postsAt(
  table: ScoreTable,
  rows: readonly number[],
  capacity: readonly number[],
  price: Float64Array,
): Posts {
  const count = table.advisors + 1;
  const posts: Posts = {
    table,
    count,
    room: Int32Array.from([...capacity, rows.length]),
    members: Array.from({ length: count }, () => []),
    spare: new Int32Array(count),
    loss: new Float64Array(count * count).fill(Infinity),
    leaver: new Int32Array(count * count).fill(-1),
  };
  const time = capacity.reduce((sum, places) => sum + places, 0);
  posts.room[table.advisors]! -= time;
  posts.spare[table.advisors] = time;
  for (const row of rows) {
    const post = bestPost(posts, row, price);
    posts.members[post]!.push(row);
    posts.room[post]! -= 1;
  }
  if (time > 0) posts.members[table.advisors]!.push(table.customers);
  for (let post = 0; post < count; post += 1) {
    for (const row of posts.members[post]!) offer(posts, post, row);
  }
  return posts;
}

/** The post of the greatest gain; of equal ones the first that still has room. */
function bestPost({ table, count, room }: Posts, row: number, price: Float64Array): number {
  const { scores } = table;
  const start = row * count;
  let best = count - 1;
  let most = scores[start + best]! - price[best]!;
  for (let post = 0; post < count - 1; post += 1) {
    const gain = scores[start + post]! - price[post]!;
    if (gain > most || (gain === most && room[best]! <= 0 && room[post]! > 0)) {
      most = gain;
      best = post;
    }
  }
  return best;
}

/** Of a row how much can go at once: a customer is one, spare time goes as a whole. */
export const unitsOf = ({ table, spare }: Posts, row: number, post: number): number =>
  row === table.customers ? spare[post]! : 1;

/** Moves so many units of a row from post to post; the room is the caller's to count. */
export function move(posts: Posts, row: number, from: number, to: number, units: number): void {
  leave(posts, row, from, units);
  enter(posts, row, to, units);
}

function enter(posts: Posts, row: number, post: number, units: number): void {
  if (row === posts.table.customers) {
    posts.spare[post]! += units;
    if (posts.spare[post]! > units) return;
  }
  posts.members[post]!.push(row);
  offer(posts, post, row);
}

function leave(posts: Posts, row: number, post: number, units: number): void {
  if (row === posts.table.customers) {
    posts.spare[post]! -= units;
    if (posts.spare[post]! > 0) return;
  }
  const members = posts.members[post]!;
  const last = members.pop()!;
  if (last !== row) members[members.indexOf(row)] = last;
  withdraw(posts, post, row);
}

/** A row that has come to a post may be the cheapest to leave it again. */
function offer({ table, count, loss, leaver }: Posts, post: number, row: number): void {
  const { scores } = table;
  const start = row * count;
  const line = post * count;
  const own = scores[start + post]!;
  for (let to = 0; to < count; to += 1) {
    const lost = own - scores[start + to]!;
    if (lost < loss[line + to]!) {
      loss[line + to] = lost;
      leaver[line + to] = row;
    }
  }
}

/** Of a row that has left the losses stay as lower bounds: most are never asked for again. */
function withdraw({ count, leaver }: Posts, post: number, row: number): void {
  const line = post * count;
  for (let at = line; at < line + count; at += 1) if (leaver[at] === row) leaver[at] = -1;
}

/** Finds the least loss between two posts anew. */
export function refresh(posts: Posts, post: number, to: number): void {
  const { table, count, loss, leaver, members } = posts;
  const { scores } = table;
  let least = Infinity;
  let cheapest = -1;
  for (const row of members[post]!) {
    const lost = scores[row * count + post]! - scores[row * count + to]!;
    if (lost >= least) continue;
    least = lost;
    cheapest = row;
  }
  loss[post * count + to] = least;
  leaver[post * count + to] = cheapest;
}
