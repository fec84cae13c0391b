import { describe, expect, it } from '@jest/globals';
import { categoryChange } from '../../../src/agent/compose/category-change.js';
import type { Settled } from '../../../src/conversation/agent.js';
import { emptyResult } from '../../../src/conversation/agent.js';
import { demoProduct } from '../../demo/demo-shelf.js';
import { loadWordings } from '../../../src/wording/prompts.js';
import { turnOf } from '../understand/llm-turn.js';

const wordings = loadWordings('prompts');

const shown = (code: string): Settled => ({
  step: {
    say: 'product',
    aspects: ['overview'],
    query: '',
    call: { name: 'get_product', args: { code } },
  },
  result: { ...emptyResult, products: [demoProduct(code)] },
});

const said = (code: string, ...before: readonly string[]) => {
  const history = before.map((text) => ({ role: 'assistant' as const, text }));
  return categoryChange(wordings, { ...turnOf(''), history }, [shown(code)]).map(
    ({ text }) => text,
  );
};

describe('row 26: insurance after another business', () => {
  it.each([
    ['这只股票基金风险等级 R4。', '基金'],
    ['这款理财 30 天持有。', '理财'],
    ['三年定期利率见下。', '存款'],
  ])('is named as another one, and no condition of it: %s', (before, from) => {
    const [text = ''] = said('YQ0103', before);
    expect(text).toContain(`前面说的是${from}，保险是另一类业务`);
    expect(text).toContain(`也不是办${from}的条件`);
    expect(text).toContain('不会替您勾选');
  });

  it('is said once, and not where insurance is what they came for, or nothing was', () => {
    const [text = ''] = said('YQ0103', '这只股票基金风险等级 R4。');
    expect(said('YQ0205', '这只股票基金风险等级 R4。', text)).toEqual([]);
    expect(said('YQ0103', '百万医疗险按实际花费报销。')).toEqual([]);
    expect(said('YQ0103')).toEqual([]);
    expect(said('QY0060', '三年定期利率见下。')).toEqual([]);
  });
});
