import { EMPTY_ROOT, hashNode } from './merkle.js';

/** A complete subtree; from the left, the largest first, as many as the size has ones in binary. */
interface Peak {
  readonly height: number;
  readonly hash: Buffer;
}

/** The root of leaves that come one by one; keeps one hash a level. */
export interface GrowingRoot {
  add(leaf: Buffer): void;
  root(): Buffer;
}

export function growingRoot(): GrowingRoot {
  const peaks: Peak[] = [];
  return {
    add(leaf) {
      let [height, hash] = [0, leaf];
      for (let last = peaks.at(-1); last?.height === height; last = peaks.at(-1)) {
        hash = hashNode(last.hash, hash);
        height += 1;
        peaks.pop();
      }
      peaks.push({ height, hash });
    },
    root: () =>
      peaks.length === 0
        ? EMPTY_ROOT
        : peaks.map(({ hash }) => hash).reduceRight((right, left) => hashNode(left, right)),
  };
}
