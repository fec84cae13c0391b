import { describe, expect, it } from '@jest/globals';
import { needTold } from '../../../src/agent/understand/need-told.js';
import type { TurnContext } from '../../../src/conversation/agent.js';
import { emptyState } from '../../../src/conversation/evolve.js';

const idle = { state: emptyState, today: '2026-11-25' } as unknown as TurnContext;

describe('a need told in one sentence', () => {
  it.each([
    '一百万，打算放十年以上，追求高收益，亏三成也没事',
    '我有五十万，三年后用，最多亏百分之五',
    '三十万五年后能变成一百万吗',
    '三十万想变成五十万',
    '每个月固定存一点，10年后想攒30万，一个月要存多少',
    '五年攒够二十万，每月要存多少',
    '我想把到期的30万换成收益高一点的，股票型的也行，3年不用',
    '手上有20万，两年用不到，想找个利息高点的放着',
    '我想给孩子存点教育金',
    '手里有二十万想放三年',
    '我想拿二十万存着给孙子以后念书用',
    '我手里还有二十万是明年六月要交房租的',
    '我有五十万，一年后买房用，最多亏3%，到时候才用',
    '五百万，一年后买房用，一分都不能亏，到时候才用',
    '我有一个亿，三年后用，最多亏5%',
    '没测评能先给我个方案吗，二十万五年后用，中间不动',
    '能给我出个方案吗？手里三十万',
  ])('begins a plan without a word for one: %s', (text) => {
    expect(needTold(idle, text)).toEqual([{ do: 'start_flow', flow: 'need' }]);
  });

  it.each([
    '三十万存三年利息多少',
    '我五年前买了三十万，亏了两成',
    '我有三十万',
    '工资五千每个月存多少合适',
    '每月存一千，十年能攒多少',
    '我有三十万，三年不用',
    '能给我出个方案吗',
    '让顾问给我个方案，三十万的',
    '想找个收益高一点的',
    '贷款三十万，三年还清，不能亏',
    '三十万变成二十万是怎么回事',
    '三十万怎么变成三十五万了？',
    '我儿子说想给孙子存点教育金',
    '想存20万三年定期',
    '我不想给孩子存教育金',
    '教育金怎么存',
  ])('and what is none: %s', (text) => {
    expect(needTold(idle, text)).toBeNull();
  });
});
