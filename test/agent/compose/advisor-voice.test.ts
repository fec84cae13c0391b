import { describe, expect, it } from '@jest/globals';
import { advisorFirst, inAdvisorsVoice } from '../../../src/agent/compose/advisor-voice.js';
import { loadWordings } from '../../../src/wording/prompts.js';

/** 顾问口吻: what a machine wrote to send somebody to a person is not what the person says. */

describe('words drafted for an advisor to say', () => {
  it.each([
    ['买不买由您决定，拿不准可以请持证顾问一起看。', '买不买由您决定。'],
    ['不能卖给您。要谈的话，请说「转人工」。', '不能卖给您。'],
    ['留好记录。需要人帮忙，请说「转人工」。 [1]', '留好记录。 [1]'],
    ['要不要调，由持证顾问和您一起看，您自己决定。', '要不要调，由我和您一起看，您自己决定。'],
    [
      '先看合同。请顾问和您一起看看还有哪些资金能动。',
      '先看合同。由我和您一起看看还有哪些资金能动。',
    ],
    [
      '先别急着跑公证，让顾问看过您手里有什么，再告诉您缺哪样。',
      '先别急着跑公证，我看过您手里有什么，再告诉您缺哪样。',
    ],
    ['觉得当初没讲清楚，请说「我要投诉」。', '觉得当初没讲清楚，跟我说一声。'],
    ['对我说「开始测评」就能在这里做，也可以到 App 里做。', '也可以到 App 里做。'],
    ['顾问会多问您几句，把风险讲细。', '我会多问您几句，把风险讲细。'],
    ['您要是担心波动，可以请顾问聊聊。往后我不预测。', '往后我不预测。'],
    ['先在 App 里找。找不到的，请转人工。', '先在 App 里找。'],
    ['重设后就能解锁；仍登录不上，请转人工。', '重设后就能解锁。'],
    ['选「人脸核验」；还不行，请转人工。', '选「人脸核验」。'],
    ['要盖章的纸质件，请转人工。', '要盖章的纸质件，我帮您办。'],
    ['您问的是「甲？」，还是「请顾问看什么？」？', '您问的是「甲」？'],
    ['赎回费 0.50%，满 30 日不收。 [1]', '赎回费 0.50%，满 30 日不收。 [1]'],
  ])('%s → %s', (machine, person) => {
    expect(inAdvisorsVoice(machine)).toBe(person);
  });

  it('keep a clause that has a figure, whatever else it says', () => {
    expect(inAdvisorsVoice('服务费每年 0.20%，可以请顾问减到 0.10%。')).toContain('0.10%');
  });

  it('stay as they are where nothing would be left', () => {
    expect(inAdvisorsVoice('请说「转人工」。')).toBe('请说「转人工」。');
  });

  it('are of a wording of their own where there is one', () => {
    const wordings = advisorFirst(loadWordings('prompts'));
    expect(wordings.get('unsure').render()).not.toContain('顾问');
    expect(wordings.get('answer_faq').id).toBe('answer_faq');
  });
});
