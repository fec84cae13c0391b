import type { Basis } from '../../terms/finding.js';
import type { Path } from './subject.js';

/**
 * 各行的依据: where every row stands, by path. Facts tagged W or M are the house's own practice and are
 * never said to a customer as law (regulation.md). An article names nothing it does not contain.
 */

const from =
  (instrument: string, tag: Basis['tag']) =>
  (article: string): Basis => ({ instrument, article, tag });

const order7 = from('金融机构产品适当性管理办法', 'T2');
const csrc = from('证券期货投资者适当性管理办法', 'Q');
const moneyLaundering = from('反洗钱法', 'T');
const fraud = from('反电信网络诈骗法', 'T');
const house = from('数智员工守则', 'M');

const everywhere = (...basis: readonly Basis[]): Readonly<Record<Path, readonly Basis[]>> => ({
  I: basis,
  P: basis,
  F: basis,
  D: basis,
});

const NOT_CAPABLE = [order7('第十九条'), from('民法典', 'T')('第十九条')];
const NOT_CAPABLE_ELSEWHERE = [from('民法典', 'T')('第十九条'), house('行为能力')];
const OVER_RISK = [order7('第十二条')];
const NEED = [order7('第十二条'), order7('第二十五条')];

/** Rows of `DECISION_TABLE`, and 28, which chat refuses; a path a row is not tried on has no sources. */
const SOURCES: Readonly<Record<number, Partial<Readonly<Record<Path, readonly Basis[]>>>>> = {
  1: everywhere(fraud('第二十条'), fraud('第三十条')),
  2: everywhere(from('网络营销执行表', 'W')('在别家平台上我能做什么')),
  3: everywhere(moneyLaundering('第二十八条'), moneyLaundering('第四十条')),
  4: {
    I: NOT_CAPABLE,
    P: NOT_CAPABLE,
    F: NOT_CAPABLE_ELSEWHERE,
    D: NOT_CAPABLE_ELSEWHERE,
  },
  5: everywhere(house('货架')),
  6: {
    I: [order7('第三十条')],
    F: [from('私募投资基金监督管理条例', 'T')('第二十条')],
  },
  7: {
    I: [order7('第二十九条')],
    P: [order7('第二十九条')],
    F: [csrc('第十八条'), csrc('第二十一条'), house('测评有效期')],
  },
  10: {
    I: [order7('第十三条')],
    P: [order7('第十三条')],
    F: [house('测评真实')],
  },
  11: {
    I: [order7('第十条')],
    P: [order7('第十条')],
    F: [from('证券法', 'T')('第八十八条')],
    D: [house('必要资料')],
  },
  12: { I: OVER_RISK, P: OVER_RISK },
  13: { F: [csrc('第二十二条')] },
  14: { I: OVER_RISK, P: OVER_RISK, F: [csrc('第二十二条')] },
  15: { F: [csrc('第十九条')] },
  16: { I: NEED, P: NEED, F: [csrc('第二十二条')], D: [house('用钱时间')] },
  17: {
    I: [order7('第十二条'), house('支付能力')],
    P: [order7('第十二条'), house('支付能力')],
    F: [house('支付能力')],
    D: [house('支付能力')],
  },
  18: {
    I: [order7('第十八条')],
    P: [order7('第十八条')],
    F: [csrc('第二十条'), house('年长客户')],
  },
  19: { P: [from('保险销售行为可回溯管理暂行办法', 'T2')('第六条')] },
  20: { P: [order7('第三十八条'), from('保险销售行为管理办法', 'T2')('第二十八条')] },
  21: { P: [order7('第三十九条')] },
  27: everywhere(house('借来的钱')),
  28: everywhere(from('证券法', 'T')('第一百三十四条'), from('证券法', 'T')('第一百六十一条')),
  30: everywhere(
    from('个人信息保护法', 'T')('第二十四条'),
    from('互联网信息服务算法推荐管理规定', 'T')('第十七条'),
  ),
  32: {
    I: [order7('第二十八条'), order7('第三十一条')],
    P: [order7('第二十八条'), order7('第三十一条')],
    F: [csrc('第十八条')],
    D: [house('存款与国债')],
  },
};

export const sourcesOf = (row: number, path: Path): readonly Basis[] => SOURCES[row]?.[path] ?? [];
