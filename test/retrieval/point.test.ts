import { describe, expect, it } from '@jest/globals';
import { pointIn } from '../../src/retrieval/point.js';

const told = {
  read: (text: string) => [...text].filter((sign) => /[一-鿿]/.test(sign)),
  weight: () => 1,
};
const from = (text: string, query: string, title = ''): string =>
  text.slice(pointIn(text, title, query, told));

const ENTRY = '基金赎回费按持有时间分档。\n\n持有期从确认那天算起。超大额要预约。它们另看公告。';

describe('the point of an entry', () => {
  it('is its beginning, where that answers', () => {
    expect(from(ENTRY, '赎回费怎么分档')).toBe(ENTRY);
    expect(from('只有一段，讲预约。', '预约')).toBe('只有一段，讲预约。');
  });

  it('is the sentence further down that alone speaks of what is asked', () => {
    expect(from(ENTRY, '超大额预约吗')).toBe('超大额要预约。它们另看公告。');
  });

  it('is no sentence that goes on from the one before', () => {
    expect(from(ENTRY, '公告在哪看')).toBe('超大额要预约。它们另看公告。');
    const entry = '基金赎回费分档。\n\n它写在公告里。';
    expect(from(entry, '公告在哪')).toBe(entry);
  });

  it('is not looked for further down where the title asks the same', () => {
    expect(from(ENTRY, '超大额预约吗', '超大额要预约吗？')).toBe(ENTRY);
  });
});
