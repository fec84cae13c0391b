import { describe, expect, it } from '@jest/globals';
import { lineDifference } from '../../../src/conversation/changes/line-difference.js';

const marked = (before: string, after: string) =>
  lineDifference(before, after).map(({ sign, text }) => `${sign}${text}`);

describe('two texts side by side', () => {
  it('show what went, what came and what stayed, in order', () => {
    expect(marked('一\n二\n三\n', '一\n贰\n三\n四\n')).toEqual([' 一', '-二', '+贰', ' 三', '+四']);
  });

  it('are all new where nothing stood, and all gone where nothing is to stand', () => {
    expect(marked('', '一\n二')).toEqual(['+一', '+二']);
    expect(marked('一\n二', '')).toEqual(['-一', '-二']);
  });

  it('of thousands of lines show the few that changed, wherever they stand', () => {
    const long = Array.from({ length: 5_000 }, (_, at) => `第 ${at} 行`);
    const changed = long.with(2_500, '改了').with(2_600, '也改了');
    const apart = marked(long.join('\n'), changed.join('\n')).filter((line) => line[0] !== ' ');
    expect(apart).toEqual(['-第 2500 行', '+改了', '-第 2600 行', '+也改了']);
    expect(marked(long.join('\n'), long.join('\n'))).toHaveLength(5_000);
    expect(marked('一\n一', '一\n一\n一')).toEqual([' 一', ' 一', '+一']);
  });

  it('give both texts back, whatever they are', () => {
    const [before, after] = ['a\nb\nc\na\nb\nb\na', 'c\nb\na\nb\na\nc'];
    const lines = lineDifference(before, after);
    const side = (other: '-' | '+') =>
      lines.flatMap(({ sign, text }) => (sign === other ? [] : [text])).join('\n');
    expect(side('+')).toBe(before);
    expect(side('-')).toBe(after);
  });
});
