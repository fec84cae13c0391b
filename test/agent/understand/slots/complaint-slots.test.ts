import { describe, expect, it } from '@jest/globals';
import { complaintSlots } from '../../../../src/agent/understand/slots/complaint-slots.js';
import type { FlowState } from '../../../../src/conversation/flows/flow.js';

const asked = (slot: 'matter' | 'wish', values: FlowState['values'] = {}): FlowState => ({
  name: 'complaint',
  values,
  asked: [slot],
  stage: 'asking',
  misses: 0,
});

describe('what a complaint wants', () => {
  it.each(['查清楚，该赔就赔', '给我个说法', '把钱退我', '退钱', '我要你们道歉', '处理这个经理'])(
    '%s is a wish, even where it was asked what happened',
    (words) => {
      expect(complaintSlots(words, asked('matter'))).toEqual({ wish: words });
      const told = { matter: '经理说保本' };
      expect(complaintSlots(words, asked('wish', told))).toEqual({ wish: words });
    },
  );

  it('is told with the complaint itself, and tells nothing of what happened', () => {
    expect(complaintSlots('我要投诉，给我个说法', null)).toEqual({ wish: '我要投诉，给我个说法' });
  });

  it.each(['客服一直不处理我的问题', '扣了我两百块手续费没说', '没人回复我，等了三天'])(
    '%s is what happened',
    (words) => expect(complaintSlots(words, asked('matter'))).toEqual({ matter: words }),
  );

  it.each([
    ['去年十二月买的，希望赔偿损失', '希望赔偿损失'],
    ['上个月三号办的，没人告诉我要锁一年，你们得把钱退我', '你们得把钱退我'],
  ])('%s goes on with the story, and is heard for what is wanted, too', (words, wish) => {
    expect(complaintSlots(words, asked('wish', { matter: '经理说保本' }))).toEqual({
      matter: `经理说保本；补充：${words}`,
      wish,
    });
  });

  it('is no bare yes', () => {
    expect(complaintSlots('对', asked('wish', { matter: '经理说保本' }))).toEqual({});
  });
});
