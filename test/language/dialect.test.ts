import { describe, expect, it } from '@jest/globals';
import { plainSpeech } from '../../src/language/dialect.js';

describe('a sentence in dialect', () => {
  it.each([
    ['你哋嘅定期利息几多呀', '你们的定期利息多少'],
    ['点样赎回，几时到账', '怎么赎回，什么时候到账'],
    ['啥子时候取得到', '什么时候取得到'],
    ['要好多钱起', '要多少钱起'],
    ['还剩好多哦', '还剩多少哦'],
    ['好久到账，晓得不', '什么时候到账，知道不'],
    ['哪个让我买的', '谁让我买的'],
    ['今儿卖明儿能到不', '今天卖明天能到不'],
    ['让我把密码给娃儿，要得不', '让我把密码给孩子，可以不'],
    ['等哈，先莫退', '等一下，先别退'],
    ['是不是遭你们扣了', '是不是被你们扣了'],
    ['屋头有人生病', '家里有人生病'],
    ['etf又是什么鬼', 'etf是什么'],
    ['qdii是缩写吗 全称啥', 'qdii是什么意思'],
    ['你们这什么破基金，天天跌', '你们这什么基金，天天跌'],
  ])('%s is read as %s', (said, read) => {
    expect(plainSpeech(said)).toBe(read);
  });

  it.each([
    '莫非要等',
    '遭遇下跌',
    '哈哈哈',
    '唔该',
    '你地址填错了',
    '今儿女都大了',
    '好多人都买了',
    '安鑫纯债的费用是多少',
  ])('%s stays', (said) => {
    expect(plainSpeech(said)).toBe(said);
  });
});
