import { describe, expect, it } from '@jest/globals';
import {
  joinClusters,
  leavesOf,
  type Linkage,
} from '../../../../src/advice/allocation/hrp/linkage.js';
import { withOptimalLeafOrder } from '../../../../src/advice/allocation/hrp/leaf-order.js';

/** Points on a line at these places. */
const onLine = (...places: number[]): Float64Array[] =>
  places.map((a) => Float64Array.from(places, (b) => Math.abs(a - b)));

describe('clustering', () => {
  const distances = onLine(0, 10, 1, 13, 3);

  it.each<[Linkage, number[]]>([
    ['single', [1, 2, 3, 7]],
    ['complete', [1, 3, 3, 13]],
    ['average', [1, 2.5, 3, 61 / 6]],
    // √((2·3² + 2·2² − 1²)/3) for 3 joining {0, 1}
    ['ward', [1, Math.sqrt((2 * 9 + 2 * 4 - 1) / 3), 3, 15.750132274576547]],
  ])('by %s linkage joins at the heights worked out by hand', (linkage, heights) => {
    joinClusters(distances, linkage).forEach(({ height }, index) => {
      expect(height).toBeCloseTo(heights[index]!, 12);
    });
  });

  it('names the clusters as they come and keeps the lower name to the left', () => {
    expect(joinClusters(distances, 'single')).toEqual([
      { left: 0, right: 2, height: 1 },
      { left: 4, right: 5, height: 2 },
      { left: 1, right: 3, height: 3 },
      { left: 6, right: 7, height: 7 },
    ]);
  });

  it('lays the leaves out from left to right', () => {
    expect(leavesOf(joinClusters(distances, 'single'))).toEqual([4, 0, 2, 1, 3]);
  });

  it('turns branches so that neighbours are as near as the tree allows', () => {
    const joins = withOptimalLeafOrder(joinClusters(distances, 'single'), distances);
    expect(leavesOf(joins).map((leaf) => [0, 10, 1, 13, 3][leaf])).toEqual([0, 1, 3, 10, 13]);
    expect(joins.map(({ height }) => height)).toEqual([1, 2, 3, 7]);
  });

  it.each<[Linkage, number[], number[]]>([
    ['single', [0, 6, 5, 3, 4, 1, 2], [0, 2, 1, 5, 4, 3, 6]],
    ['average', [6, 0, 1, 2, 5, 3, 4], [6, 3, 4, 5, 1, 2, 0]],
    ['complete', [1, 2, 0, 5, 6, 3, 4], [2, 1, 5, 0, 3, 4, 6]],
    ['ward', [1, 2, 0, 5, 6, 3, 4], [2, 1, 5, 0, 3, 4, 6]],
  ])(
    'orders the leaves of a %s tree as scipy 1.10 does, ties and all',
    (linkage, plain, optimal) => {
      const places = [0.3, 2.1, 0.9, 5.2, 4.4, 3.0, 7.7];
      const uneven = places.map((a, i) =>
        Float64Array.from(places, (b, j) =>
          i === j ? 0 : Math.abs(a - b) + (((i + 1) * (j + 1)) % 5),
        ),
      );
      const joins = joinClusters(uneven, linkage);
      expect(leavesOf(joins)).toEqual(plain);
      expect(leavesOf(withOptimalLeafOrder(joins, uneven))).toEqual(optimal);
    },
  );
});
