import { describe, expect, it } from '@jest/globals';
import type { Example } from '../../../../src/agent/models/embedded/classifier.js';
import { train } from '../../../../src/agent/models/embedded/classifier.js';

const of = (label: string, ...texts: string[]): Example[] => texts.map((text) => ({ label, text }));
const examples = [
  ...of('fees', '费用多少', '收多少钱', '费率是多少', '要交什么费', '管理费多少'),
  ...of('redemption', '几天到账', '怎么赎回', '多久能取出来', '赎回要几天', '什么时候到账'),
  ...of('thanks', '谢谢', '多谢', '谢谢你', '感谢', '辛苦了'),
];

describe('the embedded classifier', () => {
  const classifier = train(examples);
  const top = (text: string) => classifier.rank(text)[0]?.label;

  it('knows sentences it has not seen by what they share', () => {
    expect([top('管理费率多少钱'), top('赎回多久到账'), top('谢谢啊')]).toEqual([
      'fees',
      'redemption',
      'thanks',
    ]);
  });

  it('ranks every label with probabilities that sum to one', () => {
    const ranked = classifier.rank('随便说点什么');
    expect(ranked.map(({ label }) => label).sort()).toEqual([...classifier.labels]);
    expect(ranked.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 5);
    const probabilities = ranked.map(({ probability }) => probability);
    expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a));
  });

  it('is less sure of what it does not know', () => {
    const known = classifier.rank('费用多少')[0]?.probability ?? 0;
    const unknown = classifier.rank('今天下雨吗')[0]?.probability ?? 1;
    expect(known).toBeGreaterThan(0.9);
    expect(unknown).toBeLessThan(known);
  });

  it('comes out the same every time it is trained', () => {
    expect(train(examples).rank('赎回费用')).toEqual(classifier.rank('赎回费用'));
  });

  it('does not forget a rare class among many examples of another', () => {
    const many = Array.from({ length: 200 }, (_, n) => ({ label: 'fees', text: `费用问题${n}` }));
    const uneven = train([...many, ...of('fraud', '我被骗了', '遇到骗子了', '对方是骗子')]);
    expect(uneven.rank('好像被骗子骗了')[0]?.label).toBe('fraud');
  });
});
