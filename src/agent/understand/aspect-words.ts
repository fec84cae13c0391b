import { normalize } from '../../language/fold.js';
import type { ProductAspect } from '../../terms/command.js';

/** 问法: the words that say which side of a product is meant, in the order they are tried. */
const WORDS: readonly (readonly [ProductAspect, RegExp])[] = [
  [
    'fees',
    /费|(不到|不满|才|只|拿了?|放|持有)[^，。]{0,6}(天|日|周|个月|年).{0,4}(卖|赎)|扣(多少|几个点|好多|不扣|吗|么)|(要不要|会不会|用不用|还要?)扣|抽(多少|几个点|成)|手续/,
  ],
  [
    'redemption',
    /到账|赎回|快赎|快速赎|^那?赎(呢|吗|回)?$|兑(出来|现|取)|取(得|不|的)?出来|拿(得|不|的)?出来|(提前|中间|中途|半路|没到期)[^，。]{0,4}(取|拿|卖|赎|兑|支)|(几天|几时|多久|(什么|啥)时候|何时)(能|可以)?(钱|到|拿到|取)|钱(什么|啥)时候(到|来)/,
  ],
  [
    'minimum',
    /起(购|投|存)|最(少|低)(要)?(买|投|存|多少|好多)|(多少|好多|几块)钱?(可以|能|就能|才能)买/,
  ],
  [
    'performance',
    /(赚|涨|跌)了(多少|好多)|(今天|今日|现在|最新|当前|昨天)的?(净值|价格|价)(是|有)?(多少|好多|几|怎么样)|(每年|一年|每月|一个月|每天|一天)(?![^，。]{0,6}[取赎转买存投])[^，。]{0,6}(多少|好多|几块|几个钱)|^(利息|收益)[？?呢]*$|(过去|历史)(的)?(收益|业绩|表现)|近[一二三两1-3]年|利率|利息(多少|好多)|到手(有|是|能)?(多少|好多)|(能|会|可以)(赚|挣|得|拿到?)(到)?(多少|好多|几)/,
  ],
  ['term', /锁(多久|好久|几|定|到)|封闭|期限|到期|(要|得)(放|拿|持有)多久/],
  [
    'risk',
    /风险|(是|属于|^)(几级|r几|什么级别)|(又|还|老|一直|怎么|咋|为什么|为啥|会不会)(在|就|又|会|一直)*跌|亏(过|不亏|本)|会亏|跌过|最多(亏|跌)|最(差|坏)(会|能|的|情况)|回撤/,
  ],
  ['benchmark', /(?<!超过|跑赢|高于|低于|达到|不到)(业绩)?(比较)?基准/],
  ['issuer', /哪家|谁(发|管|家)|发行(人|方)|管理人/],
];

/** Sides of a product a sentence asks about by their very words; may be empty. */
export function aspectsNamed(text: string): readonly ProductAspect[] {
  const folded = normalize(text).text.replace(/\s/g, '');
  return WORDS.flatMap(([aspect, words]) => (words.test(folded) ? [aspect] : []));
}
