import { canonical } from '../../ledger/canonical.js';
import type { Json } from '../../terms/json.js';

/** Where an answer made again is another than the one that was given. */
export interface Difference {
  /** `text`, `citations.0.title`. */
  readonly place: string;
  /** Null: it was not there. */
  readonly then: Json;
  readonly now: Json;
}

const MOST = 50;

/** Place by place, in the order of names; empty: the same bytes. */
export function differences(then: Json, now: Json, place = ''): readonly Difference[] {
  if (canonical({ value: then }) === canonical({ value: now })) return [];
  if (!isTree(then) || !isTree(now)) return [{ place, then, now }];
  const names = [...new Set([...Object.keys(then), ...Object.keys(now)])].sort();
  return names
    .flatMap((name) =>
      differences(childOf(then, name), childOf(now, name), place ? `${place}.${name}` : name),
    )
    .slice(0, MOST);
}

type Tree = Readonly<Record<string, Json>>;

/** A list is compared by position. */
const isTree = (value: Json): value is Tree => typeof value === 'object' && value !== null;

const childOf = (tree: Tree, name: string): Json => tree[name] ?? null;
