import { describe, expect, it } from '@jest/globals';
import { comparisonParagraph, listParagraph } from '../../../src/agent/compose/shelf.js';
import type { ProductAspect } from '../../../src/terms/command.js';
import { loadWordings } from '../../../src/wording/prompts.js';
import { demoProduct } from '../../demo/demo-shelf.js';
import { found } from '../understand/llm-turn.js';

const wordings = loadWordings('prompts');
const compareUnder = (aspects: readonly ProductAspect[], ...codes: string[]) =>
  comparisonParagraph(
    wordings,
    aspects,
    found({ products: codes.map((code) => demoProduct(code)) }),
    '2026-11-25',
  );
const compare = (...codes: string[]) => compareUnder([], ...codes);

describe('a comparison in words', () => {
  it('says what differs and names no winner', () => {
    const { text, cards } = compare('QY0021', 'QY0060');
    expect(text).toContain('风险等级不同，安鑫纯债 R2，优质治理 R4；赎回到账都是 3 个工作日');
    expect(text).toContain('不构成推荐');
    expect(cards).toMatchObject([{ kind: 'comparison' }]);
  });

  it('says what is the same, too', () => {
    expect(compare('QY0060', 'QY0071').text).toContain('风险等级都是 R4；赎回到账优质治理');
  });

  it('says what each class charges when costs are asked for', () => {
    const { text } = compareUnder(['fees'], 'CH0107', 'CH0108');
    expect(text).toMatch(/申购费 不满.*销售服务费 不满 365 日每年/s);
    expect(text).toContain('销售服务费按日计提');
  });

  it('compares what bears a fixed rate by the rate', () => {
    const { text } = compare('CK0036', 'GZ2610');
    expect(text).toContain('青屿大额存单年利率 1.55%、20 万元起；三年国债年利率 1.63%、100 元起');
    expect(text).not.toContain('不评级');
  });

  it('compares how long money stays when that is asked', () => {
    expect(compareUnder(['term'], 'YX0201', 'CK0012').text).toContain(
      '安禾30天至少持有 30 日；一年定期期限 1 年',
    );
  });

  it('has an answer for what has no grade and no redemption', () => {
    const { text } = compare('CK0012', 'YQ0101');
    expect(text).toContain('风险等级都是不评级');
    expect(text).toContain('赎回到账都是以合同为准');
  });
});

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
});
