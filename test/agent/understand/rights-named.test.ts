import { describe, expect, it } from '@jest/globals';
import { inTopic, rightsNamed } from '../../../src/agent/understand/rights-named.js';
import type { Right } from '../../../src/compliance/rights.js';
import { emptyState } from '../../../src/conversation/evolve.js';
import type { FlowState } from '../../../src/conversation/flows/flow.js';

const waits = (right: Right): FlowState => ({
  name: 'privacy',
  values: { right },
  asked: [],
  stage: 'confirming',
  misses: 0,
});

describe('a right that waits for a yes', () => {
  it.each([
    ['opt_out', '不要再给我推荐了，把个性化关掉'],
    ['delete', '是的，确认删除'],
    ['stop_marketing', '我说了别再给我打推销电话'],
  ] as const)('%s is agreed to by whoever asks for it again: %s', (right, words) => {
    expect(rightsNamed(waits(right), words)).toEqual([{ do: 'affirm' }]);
  });

  it.each([
    ['opt_out', '停止营销，别再给我发广告', 'stop_marketing'],
    ['opt_out', '顺便把我的信息也删掉', 'delete'],
  ] as const)('%s is kept beside another: %s', (right, words, more) => {
    expect(rightsNamed(waits(right), words)).toEqual([
      { do: 'set_slots', values: { right: [right, more] } },
    ]);
  });

  it.each(['先不删了', '取消删除', '不是删除，是查看', '算了，不注销', '删除以后还能恢复吗'])(
    'is not agreed to by %s',
    (words) => expect(rightsNamed(waits('delete'), words)).toBeNull(),
  );
});

describe('a short question while a request is open', () => {
  const flow = waits('opt_out');

  it('is about that request', () => {
    expect(inTopic({ ...emptyState, flow }, '关了之后还能买吗')).toBe('个性化推荐关了之后还能买吗');
  });

  it('stands by itself elsewhere, and when it names its own subject', () => {
    expect(inTopic(emptyState, '关了之后还能买吗')).toBe('关了之后还能买吗');
    expect(inTopic({ ...emptyState, flow }, '货币基金会亏吗')).toBe('货币基金会亏吗');
  });
});
