import { describe, expect, it } from '@jest/globals';
import { asksForGain } from '../../../src/agent/understand/money-words.js';

describe('what comes of a sum', () => {
  it.each(['七日年化1.8，一万块一天多少', '存一万一年定期到期多少利息', '20万存三年能拿多少'])(
    'is asked by %s',
    (text) => {
      expect(asksForGain(text)).toBe(true);
    },
  );

  it.each(['定期利率多少', '一万块够不够起购', '最多存多少', '本金加利息，50 万元以内全额赔付'])(
    'is not asked by %s',
    (text) => {
      expect(asksForGain(text)).toBe(false);
    },
  );
});
