import { describe, expect, it } from '@jest/globals';
import { reviewPortfolio } from '../../../src/advice/lifecycle/review.js';
import { holdingsCard } from '../../../src/channels/cards/holdings.js';
import { portfolio } from '../../advice/lifecycle/portfolios.js';
import { TODAY } from '../../demo/demo-shelf.js';
import { partsOf, picturesOf, pictureUrl, wordsOf } from './parts.js';

const eight = ['QY0003', 'QY0021', 'QY0045', 'QY0060', 'LX0050', 'LX0088', 'QY0090', 'CK0012'];
const card = holdingsCard(
  reviewPortfolio(
    portfolio(
      eight.map((code, at) => [code, 1_000 * (8 - at), 5_000] as const),
      Object.fromEntries(eight.slice(0, 7).map((code) => [code, { '2026-11-24': 1 }])),
    ),
    3,
    TODAY,
  ),
  pictureUrl,
);
const text = JSON.stringify(card);
const partsOfType = (name: string) => partsOf(card).filter(({ type }) => type === name);

describe('the card of holdings', () => {
  it('shows value, cost, gain, and the day they are as of', () => {
    for (const shown of ['市值（元）', '成本（元）', '盈亏（元）', '数据截至 2026-11-24']) {
      expect(text).toContain(shown);
    }
    expect(text).toContain('−1,000.00');
  });

  it('has a row for the six greatest and counts the rest', () => {
    const [table] = partsOfType('Table');
    expect((table?.['rows'] as unknown[]).length).toBe(7);
    expect(text).toContain('另有 2 只');
  });

  it('draws what the money is in, and says it in words as well', () => {
    expect(picturesOf(card)).toMatchObject([{ kind: 'mix', centre: [expect.any(String), '元'] }]);
    const [ring] = partsOfType('Image');
    const [, parts] = /^持仓环形图，AI 生成：(.*)$/.exec(String(ring?.['altText'])) ?? [];
    expect(wordsOf(card)).toContain(parts);
  });

  it('keeps every sum in one piece on a telephone: no more than two stand side by side', () => {
    const sets = partsOfType('ColumnSet').map(({ columns }) => (columns as unknown[]).length);
    const tables = partsOfType('Table').map(({ columns }) => (columns as unknown[]).length);
    expect(Math.max(...sets, ...tables)).toBe(2);
  });

  it('colours neither gain nor loss, and wraps every word', () => {
    expect(text).not.toMatch(/"color"/);
    for (const block of partsOfType('TextBlock')) expect(block['wrap']).toBe(true);
  });

  it('says what past gains are worth, and offers a person', () => {
    expect(text).toContain('过往涨跌不代表未来表现');
    expect(JSON.stringify(card['actions'])).toContain('request_human');
  });
});
