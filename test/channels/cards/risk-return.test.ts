import { describe, expect, it } from '@jest/globals';
import { riskReturnCard } from '../../../src/channels/cards/risk-return.js';
import { riskReturn } from './pasts.js';
import { partsOf, picturesOf, pictureUrl, wordsOf } from './parts.js';

const card = riskReturnCard({ kind: 'risk_return', of: '您的方案', past: riskReturn }, pictureUrl);
const rowsOf = (one: typeof card) =>
  partsOf(one)
    .filter(({ type }) => type === 'TableRow')
    .map(({ cells }) => wordsOf(cells ?? null));

describe('the card of risk and return', () => {
  it('sets the largest loss beside every return, the customer’s own first', () => {
    expect(rowsOf(card).slice(0, 3)).toEqual([
      ['配置', '最多跌过', '每年收益'],
      ['您的方案', '9.96%', '+4.42%'],
      ['C1', '0.00%', '+1.50%'],
    ]);
  });

  it('draws the same points, and tells them in words for who cannot see them', () => {
    expect(picturesOf(card)).toMatchObject([
      { kind: 'risk_return', own: ['您的方案', 0.0996, 0.0442] },
    ]);
    expect(partsOf(card).find(({ type }) => type === 'Image')?.['altText']).toContain(
      'C5 最多跌过 51.84%，每年 +4.06%',
    );
  });

  it('names the window, what the figures leave out, and what the past is worth', () => {
    const text = wordsOf(card).join('\n');
    for (const said of [
      '2008 年 1 月末至 2026 年 7 月末',
      '价格指数，不含分红。',
      '不代表未来表现',
    ]) {
      expect(text).toContain(said);
    }
  });

  it('says that more risk was not paid for only where it was not', () => {
    expect(wordsOf(card).join()).toContain('跌得最多的，收益并不是最高的');
    const paid = { ...riskReturn, classes: riskReturn.classes.slice(0, 3) };
    const other = riskReturnCard({ kind: 'risk_return', of: '您的方案', past: paid }, pictureUrl);
    expect(wordsOf(other).join()).not.toContain('并不是最高的');
  });
});
