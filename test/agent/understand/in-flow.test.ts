import { describe, expect, it } from '@jest/globals';
import { answersNeed, withOpenings } from '../../../src/agent/understand/in-flow.js';
import type { Command } from '../../../src/terms/command.js';
import { turnOf } from './llm-turn.js';

const alarm = { do: 'emergency', kind: 'fraud' } as const;

describe('an alarm', () => {
  const told = (text: string) => withOpenings(turnOf(text), text, [alarm]);

  it('is told with all that the words say of it', () => {
    expect(told('我妈刚才给一个陌生人转了六万')).toEqual([
      { ...alarm, news: ['sent'], victim: 'mother', yuan: 60_000 },
    ]);
    expect(told('救命，我好像被骗了')).toEqual([alarm]);
  });

  it('is left as it is where the words were read already', () => {
    const read: Command = { ...alarm, news: ['threat'] };
    expect(withOpenings(turnOf('转了'), '转了', [read])).toEqual([read]);
  });
});

describe('what is told in words that sum up', () => {
  const asking = { name: 'need', values: {}, asked: ['goal'], stage: 'asking', misses: 0 } as const;
  it('is an answer where a bound is still wanted', () => {
    expect(answersNeed(asking, '那就是最多亏个百分之八吧')).toBe(true);
    expect(answersNeed({ ...asking, values: { loss_limit: {} } }, '那就是最多亏8%吧')).toBe(false);
    expect(answersNeed(asking, '就是说最多亏8%？')).toBe(false);
  });
});
