import { describe, expect, it } from '@jest/globals';
import { ownFragment } from '../../../src/agent/understand/own-fragments.js';
import { productNames } from '../../../src/agent/understand/product-names.js';
import type { Router } from '../../../src/agent/understand/router.js';
import { emptyState } from '../../../src/conversation/evolve.js';
import { customerId } from '../../../src/terms/ids.js';
import { demoShelf as shelf } from '../../demo/demo-shelf.js';
import { turnOf } from './llm-turn.js';

const router = {
  names: productNames(shelf),
  labels: new Map(shelf.map(({ code, name }): [string, string] => [code, name])),
  products: new Map(shelf.map((product) => [product.code, product])),
} as unknown as Router;

const HELD = ['QY0060', 'LX0050', 'QY0071'];

interface Before {
  readonly said?: string;
  readonly held?: readonly string[];
  readonly listed?: readonly string[];
  readonly products?: readonly string[];
  readonly justShown?: readonly string[];
  readonly who?: string | null;
}

function asked(text: string, before: Before = {}) {
  const { said = '您名下有 3 只产品', held = HELD, listed = HELD, who = 'C1005' } = before;
  const { products = [], justShown = [] } = before;
  const command = ownFragment(
    router,
    turnOf(text, {
      customer: who === null ? null : customerId(who),
      state: { ...emptyState, held, listed, products, justShown },
      history: [{ role: 'assistant', text: said }],
    }),
    text,
  );
  return command?.do === 'own_account' ? command : null;
}

describe('what one holds, asked by its own words', () => {
  it.each([
    '这个月是什么在涨什么在跌',
    '上个月谁拖后腿了',
    '最近一个月涨跌是哪只带的',
    '这个月是什么让它涨跌的',
    '这个月涨跌是因为什么',
  ])('「%s」 after the list is of all of it over that stretch', (text) => {
    expect(asked(text)).toEqual({ do: 'own_account', query: text, about: 'profit' });
    expect(asked(text, { held: [], listed: [], said: '您好' })).toBeNull();
    expect(asked(`${text}，大盘呢`)).toBeNull();
  });

  it.each([
    ['我的持仓里哪只拖后腿', 'profit', '哪只亏得最多'],
    ['拖后腿的是我手里哪只', 'profit', '哪只亏得最多'],
    ['我买的这些匹配吗', 'holdings', '我手里的东西风险高不高，跟我等级配不配'],
    ['余额', 'holdings', '我的持仓'],
    ['最近亏没', 'profit', '最近亏没'],
    ['我手里的跟我匹配吗', 'holdings', '我手里的东西风险高不高，跟我等级配不配'],
  ])('「%s」 needs no list before it', (text, about, query) => {
    expect(asked(text, { held: [], listed: [], said: '您好' })).toMatchObject({ about, query });
    expect(asked(text, { who: null })).toBeNull();
  });

  it.each([
    ['这个月账户涨跌是因为什么', 'profit', '这个月账户涨跌是因为什么'],
    ['我的持仓涨跌是什么造成的', 'profit', '我的持仓涨跌来自哪几只'],
    ['集中度高不高', 'shares', '集中度高不高'],
    ['持仓集中度怎么样', 'shares', '持仓集中度怎么样'],
    ['我的持仓风险跟我的等级匹配吗', 'holdings', '我手里的东西风险高不高，跟我等级配不配'],
  ])('「%s」 is of all of it, told or not', (text, about, query) => {
    expect(asked(text, { held: [], listed: [], said: '您好' })).toMatchObject({ about, query });
    expect(asked(text, { who: null })).toBeNull();
  });

  it.each(['风险跟我的等级配吗', '跟我的等级匹不匹配', '有没有超过我等级的', '都符合我的等级吗'])(
    '「%s」 right after the account is of all of it, and else of none',
    (text) => {
      const query = '我手里的东西风险高不高，跟我等级配不配';
      expect(asked(text)).toEqual({ do: 'own_account', query, about: 'holdings' });
      expect(asked(text, { said: '您好' })).toBeNull();
    },
  );

  it('how concentrated one is that was just spoken of is no question of the account', () => {
    expect(asked('集中度高不高', { said: '青屿全球科技', products: ['QY0071'] })).toBeNull();
  });

  it.each(['哪只拖后腿', '这个方案里哪只拖后腿', '他的持仓哪只拖后腿'])(
    '「%s」 is left to what was spoken of',
    (text) => {
      expect(asked(text, { said: '您好', held: [], listed: [] })).toBeNull();
    },
  );
});

describe('a few words of a customer who was just told what they hold', () => {
  it.each([
    ['哪个亏', 'profit', '把亏的列一下'],
    ['哪只亏了', 'profit', '把亏的列一下'],
    ['哪几只在亏钱', 'profit', '把亏的列一下'],
    ['亏的有哪些', 'profit', '把亏的列一下'],
    ['哪个赚', 'profit', '把赚的列一下'],
    ['有赚的吗', 'profit', '把赚的列一下'],
    ['亏最多', 'profit', '哪只亏得最多'],
    ['最亏的是哪只', 'profit', '哪只亏得最多'],
    ['跌得最惨的', 'profit', '哪只亏得最多'],
    ['赚最多的呢', 'profit', '哪只赚得最多'],
  ])('「%s」 is about those', (text, about, query) => {
    expect(asked(text)).toMatchObject({ about, query });
    expect(asked(text, { held: [], listed: [], said: '您好' })).toBeNull();
    expect(asked(text, { listed: ['CH0090', 'QY0003'] })).toBeNull();
  });

  it.each([
    ['我亏的那只', 'profit', '把亏的列一下'],
    ['亏最多的卖', 'exit', '哪只亏得最多，现在卖'],
    ['亏得最多的那只能卖吗', 'exit', '哪只亏得最多，现在卖'],
  ])('「%s」 points at one of theirs, told or not', (text, about, query) => {
    expect(asked(text)).toMatchObject({ about, query });
    expect(asked(text, { held: [], listed: [], said: '您好' })).toMatchObject({ about });
  });

  it.each(['亏最多的卖', '亏得最多的那只能卖吗'])(
    '「%s」 is of another list, if one was shown',
    (text) => expect(asked(text, { listed: ['CH0090', 'QY0003'] })).toBeNull(),
  );

  it.each([
    ['持仓呢', 'holdings'],
    ['手里的', 'holdings'],
    ['手里有哪些可以卖', 'exit'],
    ['名下哪些能赎', 'exit'],
  ])('「%s」 needs no list before it', (text, about) => {
    expect(asked(text, { held: [], listed: [], said: '您好' })?.about).toBe(about);
    expect(asked(text, { who: null })).toBeNull();
  });

  it.each(['能卖吗', '卖出后几天到账', '几天到账'])(
    '「%s」 is asked of all that was listed',
    (text) => {
      expect(asked(text)).toMatchObject({ about: 'exit', query: text });
    },
  );

  it('what can be sold is the one product that was just shown, if it is theirs', () => {
    const shown = (code: string): Before => ({
      said: '青屿全球科技',
      products: [code],
      justShown: [code],
    });
    expect(asked('能卖吗', shown('QY0071'))?.query).toContain('全球科技');
    expect(asked('能卖吗', shown('CH0090'))).toBeNull();
  });

  it('「收益」 is theirs, unless a product is spoken of', () => {
    expect(asked('收益')?.about).toBe('profit');
    expect(asked('收益', { said: '日日通是货币基金', products: ['QY0003'] })).toBeNull();
    expect(asked('收益率怎么算')).toBeNull();
  });
});

describe('what leaving would take', () => {
  const ofOne: Before = { said: '账面盈利', products: ['QY0071'], justShown: ['QY0071'] };

  it.each([
    '那我要是现在全赎了 多少手续费 几天到账',
    '手续费！到账时间！全赎！',
    '我是去年买的 早满180天了吧？那是不是不收手续费',
    '谁问你测评了，你就说满没满180天，要不要收我钱',
  ])('「%s」 is reckoned from the days it was bought', (text) => {
    expect(asked(text, ofOne)?.about).toBe('exit');
  });

  it.each(['赎回费怎么收', '全球科技申购费多少', '测评满一年了吧', '现在取两万扣多少费'])(
    '「%s」 is another question',
    (text) => {
      expect(asked(text, ofOne)).toBeNull();
    },
  );
});

describe('figures that do not agree', () => {
  it.each([
    '盈利217，表里盈亏1182，哪个对',
    '你说盈利217 表里1182',
    '之前你说盈利六万八来着 你别一会一个数',
  ])('「%s」 asks which is which', (text) => {
    expect(asked(text)?.about).toBe('figures');
    expect(asked(text, { held: [] })).toBeNull();
  });

  it('a gain that shrank is taken in', () => {
    expect(asked('前阵子还赚八万多 现在就剩六万八了')?.about).toBe('given_back');
    expect(asked('之前赚的钱怎么算税')).toBeNull();
  });
});

describe('what selling comes to for a holder', () => {
  it.each(['卖出拿回来会比买的少吗', '卖掉亏不亏', '现在卖出能拿回多少', '我想把优质治理卖了'])(
    '%s is reckoned from their own account',
    (text) => expect(asked(text)).toMatchObject({ about: 'exit' }),
  );

  it('is, of a part of the product spoken of, theirs as well', () => {
    const before = { products: ['QY0060'], said: '青屿优质治理股票 A（R4）', held: [] };
    expect(asked('赎一半可以吗', before)).toMatchObject({ about: 'exit' });
    expect(asked('基金赎一半怎么弄', before)).toBeNull();
    expect(asked('能取一部分不', { ...before, products: ['CK0036'] })).toBeNull();
    expect(asked('存款提前取会亏本吗', before)).toBeNull();
    expect(asked('赎一半可以吗', { ...before, who: null })).toBeNull();
  });
});

describe('out of all of it', () => {
  it.each(['那我不要了，全部给我退了嘛', '都退了吧', '不玩了，全给我退掉', '算了，通通退出来'])(
    '「%s」 asks what leaving takes',
    (text) => {
      expect(asked(text)).toMatchObject({ about: 'exit' });
    },
  );

  it('sells no part of what they do not hold', () => {
    expect(asked('先赎三分之一', { products: ['CH0001'], said: '添宁的费用' })).toBeNull();
  });

  it.each(['我要是现在全割了，能到手多少', '等一下，现在退是不是要亏很多', '我现在割肉能拿回多少'])(
    '「%s」 asks what comes back',
    (text) => {
      expect(asked(text)).toMatchObject({ about: 'exit' });
    },
  );

  it.each(['总共亏掉多少', '一共赔了多少'])('「%s」 asks of all of it', (text) => {
    expect(asked(text)).toMatchObject({ about: 'profit' });
  });

  it.each(['把手续费全部退给我', '你们骗我，全部给我退了', '保费都退了吗'])(
    '「%s」 is no such wish',
    (text) => {
      expect(asked(text)).toBeNull();
    },
  );
});

describe('which of them is graded highest', () => {
  it.each(['那我买的里头最吓人的是哪个', '我手里哪只风险最大', '我名下的风险等级最高的是哪只'])(
    '「%s」 needs no list before it',
    (text) => {
      expect(asked(text, { held: [], listed: [], said: '您好' })).toMatchObject({
        about: 'holdings',
        query: '哪只等级最高',
      });
    },
  );

  it('is asked of the list that was told, and of none else', () => {
    expect(asked('你前头说的哪个风险最大来着', { listed: ['CH0090'] })).toMatchObject({
      query: '哪只等级最高',
    });
    expect(asked('最大那只')).toMatchObject({ query: '我哪只市值最大' });
    expect(asked('刚才你说哪个最吓人来着')).toMatchObject({ query: '哪只等级最高' });
    expect(asked('哪只风险最大', { held: [], listed: [], said: '您好' })).toBeNull();
  });
});

describe('what is only supposed of their own', () => {
  it.each([
    ['行，那要是再跌10%我还剩多少', 'if_moved'],
    ['我高点买的，得涨多少才回本', 'break_even'],
    ['那先别退，放到哪个月份能回本嘛', 'break_even'],
  ])('「%s」 is reckoned', (text, about) => {
    expect(asked(text)).toMatchObject({ about });
    expect(asked(text, { who: null })).toBeNull();
  });

  it('is of the one that was singled out', () => {
    expect(
      asked('再跌20%还剩多少', { said: '您名下亏得最多的是它', justShown: ['QY0060'] })?.query,
    ).toContain('优质治理');
  });

  it.each(['这份保险几年回本', '什么时候能回本', '要是跌10%呢'])(
    '「%s」 out of nothing is left to the handbook',
    (text) => {
      expect(asked(text, { held: [], listed: [], said: '您好' })).toBeNull();
    },
  );
});

describe('a word or two of the one that was singled out', () => {
  it.each(['为啥', '为什么呢', '它怎么回事'])('「%s」 asks why it moved', (text) => {
    expect(asked(text, { said: '您名下账面亏得最多的是它', justShown: ['QY0060'] })).toMatchObject({
      about: 'profit',
      query: expect.stringContaining('优质治理'),
    });
    expect(asked(text, { said: '您好', justShown: [] })).toBeNull();
  });
});

describe('a grade and no more', () => {
  it('points at those of theirs that are graded so', () => {
    expect(asked('那个R4的')?.query).toContain('优质治理');
    expect(asked('那个R4的', { held: [], listed: [], said: '您好' })).toBeNull();
  });
});
