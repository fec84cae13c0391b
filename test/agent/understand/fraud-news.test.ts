import { describe, expect, it } from '@jest/globals';
import { fraudNewsIn } from '../../../src/agent/understand/fraud-news.js';
import { ruleFor } from '../../../src/agent/understand/rules.js';
import { emptyState } from '../../../src/conversation/evolve.js';

const alarmed = { ...emptyState, emergency: 'fraud', sinceEmergency: 0 } as const;
const newsIn = (text: string, state: typeof emptyState = alarmed) => {
  const command = fraudNewsIn(text, state);
  return command?.do === 'emergency' ? command.news : null;
};

describe('while somebody is being cheated', () => {
  it.each([
    ['我还把验证码告诉他了', ['code']],
    ['他让我下载一个会议软件共享屏幕', ['screen']],
    ['现在说要再交一万保证金才能提现', ['more_money']],
    ['他现在又打电话来了我接不接', ['contact']],
    ['他说不转就要起诉我', ['threat']],
    ['我怕家里人知道', ['family']],
    ['对方说是你们公司的还给我看了工作证', ['posing']],
    ['报警打哪个电话', ['police']],
    ['怎么冻结', ['freeze']],
    ['能不能帮我把钱追回来', ['recover']],
    ['你们会赔我吗', ['compensate']],
    ['我该怎么办', ['steps']],
    ['谢谢你我去报警', ['reporting']],
    ['我又转了一万', ['sent']],
  ])('%s is news with its own next step', (text, news) => {
    expect(newsIn(text)).toEqual(news);
  });

  it.each(['国债怎么买', '基金赎回要交多少手续费', '你好'])('%s is another matter', (text) => {
    expect(newsIn(text)).toBeNull();
  });

  it('takes nothing for done that was not', () => {
    expect(newsIn('我还没转过去')).toBeNull();
  });

  it('leaves whether money has left to the question that asks it', () => {
    const flow = {
      name: 'fraud',
      values: {},
      asked: ['sent'],
      stage: 'asking',
      misses: 0,
    } as const;
    expect(newsIn('已经转了', { ...alarmed, flow })).toBeNull();
  });
});

describe('the same words without an alarm', () => {
  it('mean what they always mean', () => {
    expect(newsIn('我该怎么办', emptyState)).toBeNull();
    expect(newsIn('怎么冻结', { ...alarmed, sinceEmergency: 9 })).toBeNull();
  });

  it('belong to a complaint where one is under way', () => {
    const flow = {
      name: 'complaint',
      values: {},
      asked: ['matter'],
      stage: 'asking',
      misses: 0,
    } as const;
    expect(ruleFor('你们要赔我', { ...alarmed, flow })).toBeNull();
  });

  it('do not silence words of despair', () => {
    expect(ruleFor('我不想活了，怎么办', alarmed)).toEqual({
      do: 'emergency',
      kind: 'self_harm',
    });
  });
});
