import { describe, expect, it } from '@jest/globals';
import { shortAnswer } from '../../../src/agent/understand/short-answers.js';
import { emptyState } from '../../../src/conversation/evolve.js';

const noted = { do: 'social', act: 'noted' };

describe('hello', () => {
  it.each(['在吗', '在？', '有人吗', '在不在', '嗨', '喂'])('%s is a greeting', (text) => {
    expect(shortAnswer(text, emptyState)).toEqual({ do: 'social', act: 'greeting' });
  });
});

describe('a short word between matters', () => {
  it.each(['吃了没', '晚上好'])('%s is a greeting', (text) => {
    expect(shortAnswer(text, emptyState)).toEqual({ do: 'social', act: 'greeting' });
  });

  it.each([
    '好的',
    '嗯',
    '懂了懂了',
    '哦哦那我退群',
    '噢，那我不理他',
    '算了',
    '莫得事了',
    '按错了',
    '行吧，我等着',
    '那我等你们电话',
  ])('%s asks for nothing', (text) => {
    expect(shortAnswer(text, emptyState)).toEqual(noted);
  });

  it.each(['你好', '好吗', '申购费怎么算', '那我不买了能退吗', '行情怎么样'])(
    '%s is no such word',
    (text) => {
      expect(shortAnswer(text, emptyState)).toBeNull();
    },
  );

  it('takes the person who was offered, unless one was asked for already', () => {
    const unsure = { ...emptyState, unsureStreak: 1 };
    expect(shortAnswer('好啊', unsure)).toEqual({ do: 'request_human', reason: 'asked' });
    expect(shortAnswer('不用了', unsure)).toEqual(noted);
    expect(shortAnswer('好啊', { ...unsure, handoff: 'requested' })).toEqual(noted);
  });

  it('is an answer while a matter is under way', () => {
    const flow = { name: 'need', values: {}, asked: [], stage: 'confirming', misses: 0 } as const;
    expect(shortAnswer('好的', { ...emptyState, flow })).toBeNull();
  });
});
