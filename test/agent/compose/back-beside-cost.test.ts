import { describe, expect, it } from '@jest/globals';
import { backBesideCost } from '../../../src/agent/compose/back-beside-cost.js';
import type { Exit, Position } from '../../../src/terms/portfolio.js';

const position = { value: 60_000, cost: 50_000 } as unknown as Position;
const open = (fee: number | null): Exit =>
  ({ way: 'open', fee, paidOut: fee === null ? null : 60_000 * (1 - fee) }) as unknown as Exit;

describe('what would come back', () => {
  const back = (query: string, cost: number) =>
    backBesideCost(query, [{ position: { ...position, cost }, exit: open(0) }]);

  it('fits who is ahead and who is behind', () => {
    expect(back('卖掉亏不亏', 50_000).text).toMatch(/不会少.*多 \*\*10,000\.00 元\*\*/);
    expect(back('卖掉亏不亏', 70_000).text).toMatch(/会少.*少 \*\*10,000\.00 元\*\*/);
    expect(back('卖掉亏不亏', 70_000).text).not.toContain('不会少');
  });

  it('stands first only where it is asked', () => {
    expect(back('现在卖出能拿回多少', 50_000).isAsked).toBe(true);
    expect(back('现在全赎扣多少费', 50_000).isAsked).toBe(false);
  });
});
