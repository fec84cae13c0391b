import { describe, expect, it } from '@jest/globals';
import { comfortFor, moodOf } from '../../../src/agent/understand/mood.js';
import { emptyState } from '../../../src/conversation/evolve.js';

describe('a mood', () => {
  it.each([
    '我这心里慌得很',
    '亏得睡不着',
    '房贷还不上基金还亏着',
    '急用钱家里有病人',
    '问了老半天白问了',
    '你这答非所问',
  ])('%s needs a person', (words) => {
    expect(moodOf(words, emptyState)).toEqual({ do: 'request_human', reason: 'distress' });
  });

  it.each([
    '中间要是生病急用钱能取出来吗',
    '万一住院等钱用可以提前赎回吗',
    '以后老人做手术急着用钱怎么取',
  ])('%s thinks ahead, and needs no person for it', (words) => {
    expect(moodOf(words, emptyState)).toBeNull();
  });

  it.each(['我妈住院急用钱能取出来吗', '要是还不上房贷怎么办'])(
    '%s is no thought of later',
    (words) => {
      expect(moodOf(words, emptyState)).toEqual({ do: 'request_human', reason: 'distress' });
    },
  );

  it('is no longer heavy in who is helped at last', () => {
    expect(moodOf('终于说了一句有用的那超过180天就是0对吧', emptyState)).toBeNull();
  });

  it('does not break off a matter in which it is a way of speaking', () => {
    const flow = {
      name: 'need',
      values: {},
      asked: ['loss_limit'],
      stage: 'asking',
      misses: 0,
    } as const;
    expect(moodOf('亏个两成以内吧再多睡不着了', { ...emptyState, flow })).toBeNull();
  });

  it('hears danger in words that follow talk of death, and only there', () => {
    const danger = { do: 'emergency', kind: 'self_harm' };
    expect(moodOf('没人能帮我', { ...emptyState, emergency: 'self_harm' })).toEqual(danger);
    expect(moodOf('没人能帮我', emptyState)).toBeNull();
  });

  it('hears that the worst is over, and takes no 活期 for danger', () => {
    const endangered = { ...emptyState, emergency: 'self_harm', endangered: 'mother' } as const;
    expect(moodOf('我在劝她她好一点了', endangered)).toEqual({
      do: 'emergency',
      kind: 'self_harm',
      victim: 'mother',
      eased: true,
    });
    expect(moodOf('活期利率多少', endangered)).toBeNull();
  });

  it('hears who is tired of waiting, once a person was asked for', () => {
    const waiting = { ...emptyState, handoff: 'requested' } as const;
    expect(moodOf('现在就要', waiting)).toEqual({ do: 'request_human', reason: 'asked' });
    expect(moodOf('现在就要', emptyState)).toBeNull();
  });
});

describe('comfort', () => {
  it.each(['亏死我了', '你们太坑了', '跌成这样，气死我了'])('%s is taken in first', (words) => {
    expect(comfortFor(words)).toEqual({ do: 'social', act: 'upset' });
  });

  it.each(['我快撑不住了', '我的养老钱亏没了', '我老公还不知道我亏了二十万'])(
    '%s needs a person at once',
    (words) => {
      expect(comfortFor(words)).toEqual({ do: 'request_human', reason: 'distress' });
    },
  );
});

describe('a bad night after a loss that is counted', () => {
  it('asks nothing', () => {
    expect(moodOf('我那养老钱又少了好几千晚上都睡不着', emptyState)).not.toBeNull();
  });
});

describe('a bad night with a question in it', () => {
  it.each(['最近跌得我睡不着还要不要拿着', '我睡不着这钱是不是要亏光了'])(
    '%s is answered first',
    (words) => expect(moodOf(words, emptyState)).toBeNull(),
  );
});
