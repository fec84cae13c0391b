import { describe, expect, it } from '@jest/globals';
import { feelingFirst, feltIn } from '../../../src/agent/understand/feelings.js';
import type { Command } from '../../../src/terms/command.js';

const plan: Command = { do: 'start_flow', flow: 'need' };

describe('news of a life', () => {
  it.each([
    ['老伴刚走，手里有26万', 'grief'],
    ['我得癌症了，手里的理财怎么办', 'illness'],
    ['我被裁员了，基金要不要卖', 'hardship'],
    ['别笑我，基金是啥', 'shame'],
    ['我一个人怪冷清的', 'lonely'],
    ['我好怕亏', 'fear'],
    ['升职了！奖金8万', 'joy'],
  ])('%s lets us feel %s', (said, felt) => {
    expect(feltIn(said)).toBe(felt);
  });

  it.each([
    '有人打电话说我中奖了',
    '我老公的钱没了',
    '如果我老伴走了，钱怎么办',
    '保险公司说确诊才赔',
    '基金几天到账',
    '我得了癌症，重疾给多少',
    '投诉了半个月没人理我',
    '客服电话打了半天没人理我',
  ])('%s lets us feel nothing of the kind', (said) => {
    expect(feltIn(said)).toBeNull();
  });

  it('takes anger at us over a loss in before the figures', () => {
    const figures: Command = { do: 'out_of_scope' };
    expect(feelingFirst('优质治理又跌了，你们到底会不会管钱', [figures])).toEqual([
      { do: 'social', act: 'upset' },
      figures,
    ]);
    expect(feelingFirst('它又跌了吗', [figures])).toEqual([figures]);
  });

  it('puts nobody in mourning before a form they did not ask for', () => {
    expect(feelingFirst('老伴刚走，手里有26万', [plan])).toEqual([{ do: 'social', act: 'grief' }]);
    expect(feelingFirst('老伴刚走，帮我做个规划', [plan])).toContainEqual(plan);
  });

  it('leaves danger and anger their own words', () => {
    const alarm: Command = { do: 'emergency', kind: 'fraud' };
    expect(feelingFirst('我好怕，钱转给骗子了', [alarm])).toEqual([alarm]);
  });
});
