import { describe, expect, it } from '@jest/globals';
import { kindAlone, measureAlone } from '../../../src/agent/understand/bare-words.js';

describe('a word by itself', () => {
  it.each(['五万', '大概10万', '3000块', '5w', '三年', '半年', '18个月'])(
    '%s is asked about',
    (text) => {
      expect(measureAlone(text)).toMatchObject({ do: 'clarify' });
    },
  );

  it.each(['五万能买什么', '三年期', '存三年', '百万医疗', '一天一天来'])(
    '%s says more',
    (text) => {
      expect(measureAlone(text)).toBeNull();
    },
  );

  it.each(['短债', '货币基金', 'QDII？'])('%s is what there is of it', (text) => {
    expect(kindAlone(text)).toMatchObject({ do: 'list_products', skip: 0 });
  });

  it.each(['短债会亏吗', '基金', '保险'])('%s is not', (text) => {
    expect(kindAlone(text)).toBeNull();
  });
});
