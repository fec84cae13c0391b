import { describe, expect, it } from '@jest/globals';
import { followUp } from '../../../src/agent/understand/follow-up.js';
import { productNames } from '../../../src/agent/understand/product-names.js';
import type { Router } from '../../../src/agent/understand/router.js';
import type { Utterance } from '../../../src/conversation/agent.js';
import { emptyState } from '../../../src/conversation/evolve.js';
import { demoShelf } from '../../demo/demo-shelf.js';
import { turnOf } from './llm-turn.js';

const router = {
  names: productNames(demoShelf),
  labels: new Map(demoShelf.map(({ code, name }): [string, string] => [code, name])),
  products: new Map(),
  lookUp: (query: string) => ({
    support: /该卖|割肉|为什么/.test(query) ? 0.9 : 0.2,
    document: null,
  }),
  supportThreshold: 0.57,
} as unknown as Router;

/** What a sentence means after these, about these products. */
function read(text: string, asked: readonly string[], products: readonly string[] = []) {
  const history: readonly Utterance[] = asked.map((one) => ({ role: 'customer', text: one }));
  const context = turnOf(text, { history, state: { ...emptyState, products } });
  const named = router.names.find(text).flatMap(({ codes }) => codes);
  return followUp(router, context, text, named);
}

const about = (code: string, aspect: string) => ({
  do: 'describe_product',
  code,
  aspects: [aspect],
});

describe('a follow-up', () => {
  it.each([
    ['那c类呢', ['安鑫纯债申购要多少手续费'], ['QY0021'], about('QY0022', 'fees')],
    ['换成日日通呢', ['和润平衡A卖掉几天到账'], ['QY0045'], about('QY0003', 'redemption')],
    ['到账', ['红利联接', '费用'], ['LX0088'], about('LX0088', 'redemption')],
    ['那一年呢', ['优质治理赎回费多少', '放20天呢'], ['QY0060'], about('QY0060', 'fees')],
    [
      '那C类没有吧',
      ['沪深300指数多少钱起'],
      ['LX0050'],
      { do: 'describe_product', code: 'LX0050' },
    ],
    ['安禾6个月那期还能买吗', [], [], about('YX0203', 'overview')],
  ])('%s is read with what came before', (text, asked, products, command) => {
    expect(read(text, asked, products)).toMatchObject(command);
  });

  it('takes a bare letter for a class of the one fund that was listed', () => {
    const state = { ...emptyState, products: ['CH0108'], listed: ['CH0107', 'CH0108'] };
    expect(followUp(router, turnOf('A', { state }), 'A', [])).toMatchObject({ code: 'CH0107' });
  });

  it.each(['放一年多', '五十万呢', '要是拿三个月', '如果持有45天，哪一类更划算'])(
    'weighs two classes again for %s',
    (text) => {
      const state = { ...emptyState, products: ['QY0021', 'QY0022'], listed: ['QY0021', 'QY0022'] };
      expect(followUp(router, turnOf(text, { state }), text, [])).toEqual({
        do: 'compare_products',
        codes: ['QY0021', 'QY0022'],
        aspects: ['fees'],
      });
    },
  );

  it.each([
    ['我说的是费用', 'fees'],
    ['费用，', 'fees'],
    ['那历史上最多亏过多少', 'risk'],
  ])('asks %s of both where two were just put side by side, whoever did it', (text, aspect) => {
    const state = { ...emptyState, products: ['QY0021', 'QY0045'], listed: ['QY0021', 'QY0045'] };
    const history = [{ role: 'advisor' as const, text: '安鑫纯债和和润平衡放在一起看：…' }];
    const context = { ...turnOf(text, { state }), history };
    expect(followUp(router, context, text, [])).toMatchObject({
      do: 'compare_products',
      codes: ['QY0021', 'QY0045'],
      aspects: expect.arrayContaining([aspect]),
    });
  });

  it('does not weigh two funds again that are no classes of one', () => {
    const state = { ...emptyState, products: ['QY0021', 'QY0045'], listed: ['QY0021', 'QY0045'] };
    expect(followUp(router, turnOf('放一年多', { state }), '放一年多', [])).toBeNull();
  });

  it('asks the same of the one pointed at', () => {
    const context = turnOf('前面那个呢', {
      history: [{ role: 'customer', text: '后面那个要锁多久' }],
      state: { ...emptyState, products: ['YX0301', 'YX0201'], listed: ['YX0201', 'YX0301'] },
    });
    expect(followUp(router, context, '前面那个呢', ['YX0201'])).toMatchObject(
      about('YX0201', 'term'),
    );
  });

  it('asks after the reason for what was answered', () => {
    expect(read('为啥', ['全球科技QDII赎回怎么要这么久'], ['QY0071'])).toEqual({
      do: 'answer',
      query: '赎回怎么要这么久，为什么',
    });
  });

  it('keeps the name in the question where the reason hangs on it', () => {
    const knowing = {
      ...router,
      lookUp: (query: string) => ({ support: /QDII/.test(query) ? 0.9 : 0.6, document: null }),
    } as unknown as Router;
    const history: readonly Utterance[] = [{ role: 'customer', text: '全球科技QDII赎回要好久' }];
    const context = turnOf('为啥', { history, state: { ...emptyState, products: ['QY0071'] } });
    expect(followUp(knowing, context, '为啥', [])).toEqual({
      do: 'answer',
      query: '全球科技QDII赎回要好久，为什么',
    });
  });

  it.each([
    '它亏得这么狠，现在是不是该割肉了',
    '你说我要不要补仓',
    '那你说我现在割还是不割',
    '那现在卖还是不卖',
    '该拿着还是卖掉',
    '那你说我是割还是留',
    '那我现在是走还是留',
    '是继续扛着还是跑',
    '还能拿吗',
    '还拿吗',
  ])('%s gets what to think of, and nobody decides it for the customer', (text) => {
    expect(read(text, [], ['QY0060'])).toEqual({ do: 'answer', query: '亏了，该卖还是该拿着' });
  });

  it.each(['你们非要买R4的卖不卖', '割肉是什么意思', '该不该收赎回费', '要不要赎回才几天到账'])(
    '%s does not ask whether to sell',
    (text) => {
      expect(read(text, [])).not.toEqual({ do: 'answer', query: '亏了，该卖还是该拿着' });
    },
  );

  it.each([
    ['风险测评多久有效', ['安鑫纯债费用'], ['QY0021']],
    ['和润平衡A现在卖掉几天到账啊', [], []],
    ['费用', [], []],
    ['到账', ['安鑫纯债费用', '定投怎么停'], ['QY0021']],
  ])('%s stands by itself', (text, asked, products) => {
    expect(read(text, asked, products)).toBeNull();
  });
});
