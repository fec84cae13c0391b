import { describe, expect, it } from '@jest/globals';
import { kindAlone, measureAlone, tradeAlone } from '../../../src/agent/understand/bare-words.js';

describe('a word by itself', () => {
  it.each([
    '五万',
    '大概10万',
    '3000块',
    '5w',
    '三年',
    '半年',
    '18个月',
    '每月500',
    '每个月投一千块',
    '三年后',
  ])('%s is asked about', (text) => {
    expect(measureAlone(text)).toMatchObject({ do: 'clarify' });
  });

  it.each(['五万能买什么', '三年期', '存三年', '百万医疗', '一天一天来'])(
    '%s says more',
    (text) => {
      expect(measureAlone(text)).toBeNull();
    },
  );

  it.each(['短债', '货币基金', 'QDII？'])('%s is what there is of it', (text) => {
    expect(kindAlone(text)).toMatchObject({ do: 'list_products', skip: 0 });
  });

  it.each(['短债会亏吗', '基金', '保险'])('%s is not', (text) => {
    expect(kindAlone(text)).toBeNull();
  });

  it.each(['我要买', '我想买', '买一只', '我要买基金', '我想买点理财', '我要卖', '怎么赎回'])(
    '%s is a wish to trade of which more must be known',
    (text) => {
      expect(tradeAlone(text)).toMatchObject({ do: 'clarify' });
    },
  );

  it.each(['怎么买', '在哪买？', '怎么买基金'])('%s asks how', (text) => {
    expect(tradeAlone(text)).toMatchObject({ do: 'answer' });
  });

  it.each(['帮我买安鑫', '买了就亏', '我要投诉', '买房', '卖不卖', '我要买50万', '借钱买基金'])(
    '%s is not one',
    (text) => {
      expect(tradeAlone(text)).toBeNull();
    },
  );
});
