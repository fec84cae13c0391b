import { describe, expect, it } from '@jest/globals';
import { answeredIn, orderedIn, toldIn } from '../../../../src/agent/understand/slots/told.js';

describe('what a sentence tells', () => {
  it.each([
    '三十万存三年到期多少利息',
    '那你们存款三年期现在多少',
    '中途退保亏不亏',
    '我老公说都放存款',
    '给我说说教育金',
  ])('%s tells nothing of the plan', (text) => {
    expect(toldIn(text)).toBe('');
  });

  it.each(['中间可能要用一部分', '十几万吧', '过几年再用', '说不准什么时候用'])(
    '%s does',
    (text) => {
      expect(toldIn(text)).toBe(text);
    },
  );

  it('keeps the clause that tells beside the one that asks', () => {
    expect(toldIn('改成四十万吧，存款保险最多赔多少啊')).toBe('改成四十万吧，');
  });

  it('takes an answer in asking words where one is waited for', () => {
    expect(answeredIn('三年行吗')).toBe('三年');
    expect(toldIn('三年行吗')).toBe('');
  });
});

describe('what is asked to be done with personal data', () => {
  it.each(['能帮我删了吗', '我登记一下，删除我的营销信息', '我要你解释一下为什么给我推高风险的'])(
    '%s is an order',
    (text) => {
      expect(orderedIn(text)).toBe(text);
    },
  );

  it.each(['那交易记录为什么不能删', '撤回之前的怎么算', '能全删了吗', '我想问能删吗'])(
    '%s is a question',
    (text) => {
      expect(orderedIn(text)).toBe('');
    },
  );
});
