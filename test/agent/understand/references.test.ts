import { describe, expect, it } from '@jest/globals';
import {
  asksForBest,
  asksForRule,
  asksWhatComes,
  asksWhetherAllowed,
  asksWhyShown,
  continuesList,
  isGeneral,
  pointsAtProduct,
  referredProducts,
  unknownCode,
} from '../../../src/agent/understand/references.js';
import { emptyState } from '../../../src/conversation/evolve.js';

const state = { ...emptyState, products: ['A', 'B', 'C'] };

describe('a pointing word', () => {
  it.each(['它手续费多少', '第二个是啥', '那只几天到账'])('%s means a product', (text) => {
    expect(pointsAtProduct(text)).toBe(true);
  });

  it.each(['手续费多少', '百万医疗那款能报多少'])('%s points at none', (text) => {
    expect(pointsAtProduct(text)).toBe(false);
  });
});

describe('the one the talk began with', () => {
  it('is the first that was spoken of', () => {
    const later = { ...state, firstProduct: 'F' };
    expect(referredProducts('就开头那个，几天到账', later)).toEqual(['F']);
  });
});

describe('words after a list', () => {
  const listed = { ...emptyState, listing: { query: '基金', shown: 6 } };

  it.each(['还有呢', '还有哪些', '剩下的呢', '别的还有吗'])(
    '%s goes on where it stopped',
    (text) => {
      expect(continuesList(text, listed)).toEqual({ query: '基金', skip: 6 });
    },
  );

  it.each(['还有哪些理财', '还有一件事，风险测评多久有效', '安鑫纯债怎么样'])(
    '%s is another question',
    (text) => {
      expect(continuesList(text, listed)).toBeNull();
    },
  );

  it('mean nothing where nothing was listed', () => {
    expect(continuesList('还有呢', emptyState)).toBeNull();
  });
});

describe('words that point back', () => {
  it.each([
    ['它几天到账', ['A']],
    ['这只风险大吗', ['A']],
    ['刚才说的费用是多少', ['A']],
    ['那第二个呢', ['B']],
    ['第 3 只起购多少', ['C']],
    ['第四个呢', []],
    ['它们哪个费用低', ['A', 'B']],
    ['后一个呢', ['C']],
    ['比较一下前两个', ['A', 'B']],
    ['这两只比一比', ['A', 'B']],
    ['第一只跟第三只比一比', ['A', 'C']],
    ['两个哪个风险低点', ['A', 'B']],
    ['放两个月哪个省', ['A', 'B']],
    ['还是刚才那只吧', ['B']],
    ['后面那个要锁多久', ['C']],
    ['放两个月要多久到账', []],
    ['那它受存款保险保护吗', []],
    ['赎回几天到账', []],
    ['百万医疗那款等待期多长', []],
  ])('%s means %j', (text, codes) => {
    expect(referredProducts(text, state)).toEqual(codes);
  });

  it('count what was last listed, not what was last spoken of', () => {
    const later = { ...state, products: ['C', 'A', 'B'], listed: ['A', 'B', 'C'] };
    expect(referredProducts('那第二个呢', later)).toEqual(['B']);
    expect(referredProducts('比较一下前两个', later)).toEqual(['A', 'B']);
    expect(referredProducts('它几天到账', later)).toEqual(['C']);
  });

  it('mean the two just compared, in their order', () => {
    const compared = { ...emptyState, products: ['B', 'A'], listed: ['A', 'B'] };
    expect(referredProducts('前面那个呢', compared)).toEqual(['A']);
    expect(referredProducts('后面那个呢', compared)).toEqual(['B']);
    expect(referredProducts('两个比一下', compared)).toEqual(['A', 'B']);
  });

  it('mean nothing where nothing was spoken of', () => {
    expect(referredProducts('它几天到账', emptyState)).toEqual([]);
    expect(referredProducts('第一个', emptyState)).toEqual([]);
  });
});

describe('a question', () => {
  it.each(['收益最高的是哪个', '哪只最稳', '最值得买的是什么'])('%s asks us to pick', (text) => {
    expect(asksForBest(text)).toBe(true);
  });

  it('asks what one may do, which is no request to do it', () => {
    const asked = ['那撤回授权总行吧', '授权也可以撤的吧', '我有权要求删除吗'];
    expect(asked.every(asksWhetherAllowed)).toBe(true);
    const requests = ['撤回我的授权', '帮我撤回授权，这总可以吧', '请把我的资料删了'];
    expect(requests.some(asksWhetherAllowed)).toBe(false);
  });

  it.each(['测试我要是瞎填了会咋样', '关了推荐有什么影响', '乱填会不会被罚'])(
    'asks what comes of it: %s',
    (text) => expect(asksWhatComes(text)).toBe(true),
  );

  it.each(['我要做风险测评', '帮我把推荐关了', '能现在测吗'])('%s wonders about nothing', (text) =>
    expect(asksWhatComes(text)).toBe(false),
  );

  it('names a code even where we do not know it', () => {
    expect(unknownCode('qy9999 费率')).toBe('QY9999');
    expect(unknownCode('ETF2045 是什么')).toBeNull();
  });
});

describe('a question in general', () => {
  it('names a kind, a rule or everybody', () => {
    expect(['基金怎么赎回', '你们一般收多少', '什么是净值'].every(isGeneral)).toBe(true);
    expect(['费用多少', '几天到账', '会亏吗'].some(isGeneral)).toBe(false);
  });
});

describe('why something was shown', () => {
  it.each(['你凭啥给我推这个', '为什么推荐我买这只', '怎么老给我推理财'])(
    '%s asks for the reason',
    (text) => {
      expect(asksWhyShown(text)).toBe(true);
    },
  );

  it.each(['凭啥不给我推荐一只', '我这情况怎么推荐', '给我推荐一只吧'])(
    '%s asks for a pick',
    (text) => {
      expect(asksWhyShown(text)).toBe(false);
    },
  );
});

describe('what is due by rule', () => {
  it.each(['消费者被欺诈可以要求赔几倍', '误导销售要罚多少', '投诉多久给答复'])(
    '%s asks for a rule',
    (text) => {
      expect(asksForRule(text)).toBe(true);
    },
  );

  it.each(['你们误导我，打算赔多少', '经理骗了我，要赔几倍'])('%s asks for redress', (text) => {
    expect(asksForRule(text)).toBe(false);
  });
});
