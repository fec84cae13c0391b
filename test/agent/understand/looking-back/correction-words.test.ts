import { describe, expect, it } from '@jest/globals';
import { correctionIn } from '../../../../src/agent/understand/looking-back/correction-words.js';

describe('a customer who was answered beside the point', () => {
  it.each([
    ['我问的是几天到账', '几天到账'],
    ['别扯这些，我问的是为什么跌', '为什么跌'],
    ['我的意思是提前取会不会亏', '提前取会不会亏'],
    ['不是，我说的是那个存单，不是定期', '那个存单'],
    ['不是定期，是存单', '存单'],
    ['我妈说的是一年的', '一年的'],
    ['我没问费用，我问你几天到', '几天到'],
    ['不对，要卖的那只', '要卖的那只'],
    ['你没听懂，能不能今天取出来', '能不能今天取出来'],
  ])('says what was meant: %s', (said, meant) => {
    expect(correctionIn(said)?.meant).toBe(meant);
  });

  it.each([
    ['我没问提前取', '提前取'],
    ['谁问你费用了', '费用'],
    ['别跟我说那些规定', '那些规定'],
  ])('or only what was not: %s', (said, denied) => {
    expect(correctionIn(said)).toEqual({ meant: null, denied });
  });

  it.each(['你没听懂', '你根本没听明白我的意思', '文不对题', '我问的不是这个意思'])(
    'or that it was not understood: %s',
    (said) => {
      expect(correctionIn(said)).toMatchObject({ meant: null });
    },
  );

  it.each([
    '没问题',
    '没问题了',
    '不是很懂基金',
    '我没说清楚，是三十万',
    '他说我问的是理财，经理没说会亏',
    '这只基金是不是保本的',
    '我想问的多着呢',
    '存款和理财是什么关系',
  ])('is not heard where nothing is put right: %s', (said) => {
    expect(correctionIn(said)).toBeNull();
  });
});
