import { describe, expect, it } from '@jest/globals';
import { stockQuestionIn } from '../../src/compliance/named-stock.js';

describe('row 29: a security that is named', () => {
  it.each([
    ['贵州茅台明天会涨吗', '贵州茅台', 'predict'],
    ['宁德时代目标价多少', '宁德时代', 'predict'],
    ['比亚迪今年还能涨多少', '比亚迪', 'predict'],
    ['平安银行股票后市怎么看', '平安银行股票', 'predict'],
    ['600519现在能买吗', '600519', 'select'],
    ['茅台和五粮液哪个好', '茅台', 'select'],
    ['300750值得入手吗', '300750', 'select'],
    ['002594这只股票好不好', '002594', 'select'],
    ['英伟达要不要加仓', '英伟达', 'time'],
    ['300750什么时候卖合适', '300750', 'time'],
    ['宁德时代要不要割肉', '宁德时代', 'time'],
    ['茅台现在能抄底吗', '茅台', 'time'],
    ['茅台是做什么的', '茅台', 'facts'],
    ['你知道 ６００５１９ 吗', '600519', 'facts'],
  ])('%s: %s, %s', (text, stock, wants) => {
    expect(stockQuestionIn(text)).toMatchObject({ stock, wants, verdict: 'INFO_ONLY' });
  });

  it.each([
    '股票基金有哪些',
    '理财和股票哪个好',
    '青屿优质治理股票 A 会跌吗',
    '银行股票型基金能买吗',
    '我有600000，能买什么',
    '300000放一年买什么好',
    '订单号 1600519 什么时候到账',
    '000001能买吗',
    '600519元能买什么',
    '科技股会涨吗',
    '大盘明天会涨吗',
  ])('and words that name none: %s', (text) => expect(stockQuestionIn(text)).toBeNull());

  it('rests on the law that wants advice on securities approved', () => {
    expect(stockQuestionIn('茅台能买吗')?.basis[0]).toEqual({
      instrument: '证券法',
      article: '第一百六十条',
      tag: 'T',
    });
  });
});
