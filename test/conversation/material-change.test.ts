import { describe, expect, it } from '@jest/globals';
import { materialChangeIn } from '../../src/conversation/material-change.js';

describe('a material change a customer reports', () => {
  it.each([
    ['我被公司裁员了', 'out_of_work'],
    ['我上个月失业了，能买纯债A吗', 'out_of_work'],
    ['最近刚下岗在家', 'out_of_work'],
    ['我离婚了', 'divorced'],
    ['我和老公上个月离婚了', 'divorced'],
    ['现在收入少了一大半', 'income_fallen'],
    ['我现在欠了一堆债', 'in_debt'],
    ['我背了一屁股债', 'in_debt'],
    ['我生了大病', 'gravely_ill'],
    ['我刚查出癌症', 'gravely_ill'],
    ['我上个月退休了', 'retired'],
    ['家里破产了', 'bankrupt'],
  ])('%s is kept as %s', (said, change) => {
    expect(materialChangeIn(said)).toBe(change);
  });

  it('of who has been retired all along is only what has just happened', () => {
    for (const said of ['我退休了，想理财', '退休了，手里有二十万']) {
      expect(materialChangeIn(said, 68)).toBeNull();
      expect(materialChangeIn(said, 58)).toBe('retired');
      expect(materialChangeIn(said)).toBe('retired');
    }
    for (const said of ['我刚退休，想理财', '今年办了退休', '上个月我退休了'])
      expect(materialChangeIn(said, 68)).toBe('retired');
    expect(materialChangeIn('我退休了，最近想理理财', 68)).toBeNull();
    expect(materialChangeIn('我退休了，家里破产了', 68)).toBe('bankrupt');
  });

  it.each([
    '如果我失业了怎么办',
    '失业了要重新做测评吗',
    '我朋友失业了',
    '我妈退休了，这个合不合适',
    '我快退休了',
    '我都退休好几年了',
    '我没失业',
    '万一生了大病有赔吗',
    '我怕被裁员',
    '我爸妈离婚了',
    '退休了的人能买吗',
    '有大病保险吗',
    '公司破产了我的理财怎么办？',
  ])('%s reports none', (said) => {
    expect(materialChangeIn(said)).toBeNull();
  });
});
