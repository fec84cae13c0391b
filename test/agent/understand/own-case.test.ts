import { describe, expect, it } from '@jest/globals';
import { selfAskedBack, withOwnCase } from '../../../src/agent/understand/own-case.js';
import type { TurnContext } from '../../../src/conversation/agent.js';
import { emptyState } from '../../../src/conversation/evolve.js';
import type { ToldOfSelf } from '../../../src/conversation/told-of-self.js';

const telling = (self: Partial<ToldOfSelf>) => ({
  ...emptyState,
  self: { ...emptyState.self, ...self },
});

describe('words that point at what was told of oneself', () => {
  it.each<[Partial<ToldOfSelf>, string, string]>([
    [{ age: 72 }, '我这个岁数还能买吗', '我72岁还能买吗'],
    [{ age: 72 }, '像我这么大年纪的人适合什么', '我72岁适合什么'],
    [{ traits: ['student'] }, '我这种情况能开户吗', '学生能开户吗'],
    [{ traits: ['out_of_work'] }, '像我这样的人怎么存钱', '失业了怎么存钱'],
    [{ traits: ['bereaved'] }, '他名下的钱咋取', '家里人去世了，他名下的钱咋取'],
  ])('after %j, %s is asked as %s', (self, text, meant) => {
    expect(withOwnCase(telling(self), text)).toBe(meant);
  });
});

describe('a question on which an age or a passport bears', () => {
  it.each<[Partial<ToldOfSelf>, string, string]>([
    [{ age: 16 }, '能自己开户吗', '我16岁，能自己开户吗'],
    [{ age: 66 }, '股票基金能买吗', '我66岁，股票基金能买吗'],
    [{ traits: ['foreigner'] }, '开户要带什么材料', '外国人，开户要带什么材料'],
    [{ traits: ['foreigner'] }, '只有5000块，可以买什么', '只有5000块，可以买什么'],
  ])('after %j, %s is asked as %s', (self, text, meant) => {
    expect(withOwnCase(telling(self), text)).toBe(meant);
  });

  it.each<[Partial<ToldOfSelf>, string]>([
    [{ age: 40 }, '股票基金能买吗'],
    [{ age: 66 }, '管理费怎么收'],
    [{ age: 66 }, '我妈80岁能买吗'],
    [{ age: 66 }, '她能自己开户吗'],
    [{ age: 66 }, '我女儿能买股票基金吗'],
    [{ age: 16 }, '我同学想买基金，能买吗'],
    [{ traits: ['foreigner'] }, '赎回几天到账'],
    [{}, '我这种情况能开户吗'],
    [{ traits: ['student'] }, '基金公司倒闭了我的钱咋办'],
  ])('stands as it was said after %j: %s', (self, text) => {
    expect(withOwnCase(telling(self), text)).toBe(text);
  });
});

describe('a customer who asks what they told us', () => {
  const asking = (text: string, self: Partial<ToldOfSelf> = {}) =>
    selfAskedBack({ state: telling(self), messages: [{ text }] } as unknown as TurnContext, text);

  it.each(['你记得我多大吗', '我今年几岁了', '我是干什么的'])('is told: %s', (text) => {
    expect(asking(text, { age: 68 })).toEqual({ do: 'social', act: 'remembered' });
  });

  it('is not told what they never said', () => {
    expect(asking('你记得我多大吗')).toBeNull();
  });

  it('is not read an illness or a loss back', () => {
    expect(asking('你知道我是谁吗', { traits: ['bereaved'] })).toBeNull();
  });

  it('asks something else with other words', () => {
    expect(asking('我多大可以领养老金', { age: 68 })).toBeNull();
  });
});
