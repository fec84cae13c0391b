import { describe, expect, it } from '@jest/globals';
import { markedWords } from '../../../src/review/replay/marked-words.js';

const marked = (then: string, now: string) =>
  markedWords(then, now).map(({ sign, text }) => `${sign}${text}`);

describe('what was said beside what would be said', () => {
  it('is marked where it is another, with figures whole', () => {
    expect(marked('申购费 0.80%，一天到账。', '申购费 0.08%，三天到账。')).toEqual([
      ' 申购费 ',
      '-0.80%',
      '+0.08%',
      ' ，',
      '-一',
      '+三',
      ' 天到账。',
    ]);
  });

  it('is one piece where it is the same, and none where nothing was said', () => {
    expect(marked('您好。', '您好。')).toEqual([' 您好。']);
    expect(marked('', '')).toEqual([]);
    expect(marked('您好。', '')).toEqual(['-您好。']);
  });
});
