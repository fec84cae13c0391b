import { describe, expect, it } from '@jest/globals';
import { ruleFor } from '../../../src/agent/understand/rules.js';
import { emptyState } from '../../../src/conversation/evolve.js';

describe('by what rule a complaint is answered', () => {
  it.each([
    ['上个月就投诉了，一直没人管，规定多久要有结果', '投诉了没人理，怎么办？'],
    ['投诉递上去石沉大海，期限是多少天给回复', '投诉了没人理，怎么办？'],
    ['投诉了半个月没人理我咋整', '投诉了没人理，怎么办？'],
    ['上个月投诉过你们，到现在没个回复，该找谁', '投诉了没人理，怎么办？'],
    ['我要是投诉，按规定几天得给处理结果', '投诉多久有结果？'],
    ['我要投诉，法律规定最晚哪天答复我', '投诉多久有结果？'],
    ['投诉了你们不理，还能上哪儿告去', '对你们的处理不满意，还能去哪里投诉？'],
    ['要是你们不认账，我去哪告', '对你们的处理不满意，还能去哪里投诉？'],
    ['除了找你们还有哪里能讲理', '对你们的处理不满意，还能去哪里投诉？'],
  ])('is told, and nothing is filed instead: %s', (text, query) => {
    expect(ruleFor(text, emptyState)).toEqual({ do: 'answer', query });
  });

  it.each(['我投诉完了，多长时间有人给我打电话', '投诉以后几天有人联系我'])(
    'when somebody will be in touch is a part of the entry: %s',
    (text) => {
      expect(ruleFor(text, emptyState)).toEqual({
        do: 'answer',
        query: '多久给我回电话',
        entry: 'faq:complaint-time',
      });
    },
  );

  it.each(['我要投诉，都好几天了没人处理', '我要投诉你们，什么时候给我处理'])(
    'is not asked by whoever files: %s',
    (text) => {
      expect(ruleFor(text, emptyState)).toEqual({ do: 'start_flow', flow: 'complaint' });
    },
  );

  it('is one of two questions of whoever asks where to complain, too', () => {
    expect(ruleFor('不满意的话上哪儿反映，规定几天给答复', emptyState)).toBeNull();
  });

  it('is part of the complaint while that is told', () => {
    const flow = { name: 'complaint', stage: 'asking', asked: 'matter', values: {} } as never;
    const text = '投诉了没人理，规定几天答复';
    expect(ruleFor(text, { ...emptyState, flow })).toBeNull();
  });
});
