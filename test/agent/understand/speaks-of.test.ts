import { describe, expect, it } from '@jest/globals';
import { isOfMarket, unlessUnsaid } from '../../../src/agent/understand/speaks-of.js';
import type { Command } from '../../../src/terms/command.js';

const refuse = (subject: 'market_prediction' | 'other_customer' | 'promise'): Command => ({
  do: 'refuse',
  subject,
});

describe('a market', () => {
  it('is foreseen by nobody', () => expect(isOfMarket('明天会不会涨')).toBe(true));
  it.each(['续保会不会涨价', '保费以后会变贵吗', '传家增额寿多久回本'])(
    '%s asks of a contract',
    (text) => expect(isOfMarket(text)).toBe(false),
  );
});

describe('a refusal', () => {
  it.each([
    ['明天大盘涨不涨', 'market_prediction'],
    ['帮我查一下我老婆买了多少基金', 'other_customer'],
    ['写个保证书给我', 'promise'],
  ] as const)('%s is refused for what it speaks of', (text, subject) => {
    expect(unlessUnsaid(refuse(subject), text)).toEqual(refuse(subject));
  });

  it('takes thanks only from whoever gives them', () => {
    const thanks: Command = { do: 'social', act: 'thanks' };
    expect(unlessUnsaid(thanks, '谢啦')).toEqual(thanks);
    expect(unlessUnsaid(thanks, '年底前肯定要用').do).toBe('answer');
    expect(unlessUnsaid({ do: 'social', act: 'greeting' }, '周末').do).toBe('answer');
  });

  it('comforts nobody who says nothing heavy', () => {
    const comfort: Command = { do: 'request_human', reason: 'distress' };
    expect(unlessUnsaid(comfort, '是这样的')).toEqual({ do: 'answer', query: '是这样的' });
    expect(unlessUnsaid(comfort, '你能不能说人话')).toEqual(comfort);
  });

  it('calls nobody back who speaks of the calls of others', () => {
    const callBack: Command = { do: 'request_human', reason: 'callback' };
    expect(unlessUnsaid(callBack, '约明天上午')).toEqual(callBack);
    expect(unlessUnsaid(callBack, '他现在又打电话来了，我接不接').do).toBe('answer');
    expect(unlessUnsaid(callBack, '我从来没同意过你们打电话').do).toBe('answer');
    expect(unlessUnsaid(callBack, '别跟我打官腔').do).toBe('answer');
  });

  it.each([
    ['那要等到哪天才看见', 'market_prediction'],
    ['我朋友都这么干', 'other_customer'],
  ] as const)('%s speaks of no such thing and is looked up', (text, subject) => {
    expect(unlessUnsaid(refuse(subject), text)).toEqual({ do: 'answer', query: text });
  });
});
