import { describe, expect, it } from '@jest/globals';
import { DEFAULT_THRESHOLDS } from '../../../src/advice/suitability/house-thresholds.js';
import { listParagraph } from '../../../src/agent/compose/shelf.js';
import type { Gate } from '../../../src/conversation/gate.js';
import { gatedProductOf } from '../../../src/profiles/gated.js';
import { loadWordings } from '../../../src/wording/prompts.js';
import { demoProduct } from '../../demo/demo-shelf.js';
import { found } from '../understand/llm-turn.js';

const wordings = loadWordings('prompts');

describe('a list of the shelf', () => {
  const list = (query: string, codes: readonly string[], count = codes.length, skip = 0) =>
    listParagraph(
      wordings,
      { query, skip },
      found({
        products: codes.map((code) => demoProduct(code)),
        facts: [{ value: count, unit: 'count', label: '符合条件的产品' }],
      }),
    );

  it('ends where there is nothing more, and does not deny what it showed', () => {
    const { text } = list('债券基金', [], 5, 5);
    expect(text).toContain('没有别的了');
    expect(text).not.toContain('目前没有');
  });

  it('says why products for qualified investors are not shown', () => {
    expect(list('信托有哪些', []).text).toContain('合格投资者');
  });

  it('has the grade and the minimum beside every name', () => {
    const { text } = list('货币基金', ['QY0003', 'CH0001']);
    expect(text).toContain('货币基金目前有这些');
    expect(text).toContain('- 青屿日日通货币 A（R1，1 元起）\n- 澄海添宁货币 A（R1，10 元起）');
    expect(text).not.toContain('这里是第');
    expect(text).toContain('不是推荐');
  });

  it('says how many it leaves out', () => {
    const { text, suggestions } = list('基金', ['QY0003', 'CH0001'], 19);
    expect(text).toContain('共 19 只，这里是第 1 到第 2 只');
    expect(suggestions[0]).toEqual({ label: '看后面的', say: '还有哪些' });
  });

  it('goes on where it stopped, and offers nothing further at its end', () => {
    const { text, suggestions } = list('基金', ['QY0003', 'CH0001'], 19, 17);
    expect(text).toContain('共 19 只，这里是第 18 到第 19 只');
    expect(suggestions.map(({ say }) => say)).not.toContain('还有哪些');
  });

  it('says so when there is nothing', () => {
    const { text, suggestions } = list('R5 的货币基金', []);
    expect(text).toContain('目前没有 R5 的货币基金');
    expect(suggestions).toEqual([]);
  });

  describe('drawn up for a customer who is known', () => {
    const gate = (row: number): Gate => ({
      occasion: {
        today: '2026-11-25',
        customer: {},
        channel: { operator: 'licensed_self_operated' },
        initiative: 'bot',
      },
      house: DEFAULT_THRESHOLDS,
      sources: [],
      judged: [
        {
          product: gatedProductOf(demoProduct('QY0060')),
          verdict: { verdict: 'BLOCK', row, duties: [], basis: [], ruleVersion: '1' },
        },
      ],
    });

    it('says that nothing of the kind is within their tolerance, and names none', () => {
      const result = found({ products: [], facts: [], gate: gate(13) });
      const { text } = listParagraph(wordings, { query: '股票基金有哪些', skip: 0 }, result);
      expect(text).toContain('没有在您承受范围内的');
      expect(text).not.toContain('货架上目前没有');
    });

    it('says that without a valid assessment it is no more than an introduction', () => {
      const products = [demoProduct('QY0060')];
      const result = found({ products, facts: [], gate: gate(7) });
      const { text } = listParagraph(wordings, { query: '股票基金有哪些', skip: 0 }, result);
      expect(text).toContain('优质治理');
      expect(text).toContain('没有有效的风险测评');
    });
  });
});
