import { describe, expect, it } from '@jest/globals';
import { againstTargetCard } from '../../../src/channels/cards/against-target.js';
import { partsOf, picturesOf, pictureUrl, wordsOf } from './parts.js';

const card = againstTargetCard(
  [
    { label: '现金类', now: 0.23042, target: 0.07, low: 0.02, high: 0.12 },
    { label: '债券类', now: 0.5123, target: 0.56, low: 0.51, high: 0.61 },
    { label: '黄金', now: 0, target: 0.07, low: 0.02, high: 0.12 },
  ],
  pictureUrl,
);

describe('the card of holdings against the target', () => {
  it('says of every class what it is, what it should be, and on which side it is', () => {
    const rows = partsOf(card)
      .filter(({ type }) => type === 'TableRow')
      .map(({ cells }) =>
        wordsOf(cells ?? null)
          .join(' ')
          .replaceAll('\u2060', ''),
      );
    expect(rows).toEqual([
      '类别 现在 目标',
      '现金类 偏多 23% 7% 2%–12%',
      '债券类 在范围内 51.2% 56% 51%–61%',
      '黄金 偏少 0% 7% 2%–12%',
    ]);
  });

  it('draws the same, and tells it in words for who cannot see it', () => {
    expect(picturesOf(card)).toMatchObject([{ kind: 'against_target' }]);
    expect(partsOf(card).find(({ type }) => type === 'Image')?.['altText']).toBe(
      '持仓对照图，AI 生成：现金类现在 23%，目标 7%，范围 2% 至 12%，偏多；债券类现在 51.2%，目标 56%，范围 51% 至 61%，在范围内；黄金现在 0%，目标 7%，范围 2% 至 12%，偏少',
    );
  });

  it('is no order and no advice to buy', () => {
    expect(wordsOf(card).join()).toContain('不是买卖建议');
    expect(JSON.stringify(card)).not.toMatch(/买入|卖出|申购|赎回/);
  });
});
