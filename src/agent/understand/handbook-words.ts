import type { Command } from '../../terms/command.js';

/** 手册里的话: words whose entry, or part of it, is known by their very form. `folded`: without spaces or signs. */

interface Words {
  readonly when: RegExp;
  readonly unless?: RegExp;
  readonly entry: string;
  /** As the handbook asks it. */
  readonly query: string;
}

const ENDS = '(吗|么|不|没有?|呢|啊|呀)*$';

const WORDS: readonly Words[] = [
  {
    // 「我中文不太好，请慢慢说」
    when: /^(我|俺|不好意思|抱歉)*(的)?(中文|汉语|普通话)(说得?|讲得?|水平)?(不|没|还不|不是)(太|很|怎么|是很|大|够)*(好|行|会|懂|熟|流利)/,
    entry: 'english-service',
    query: '我中文不好怎么办',
  },
  {
    when: /(有|给|看|要)[^，。]{0,3}(英文|英语)(版)?的?(合同|说明书|文件|协议|材料)|(合同|说明书|文件|协议|材料)[^，。]{0,3}(英文|英语)/,
    entry: 'english-service',
    query: '英文合同有没有',
  },
  {
    when: new RegExp(`^(那|我|开户)*(要|得|需要|必须|用)(不用|不要)?(带|拿|准备|出示)?护照${ENDS}`),
    entry: 'foreigner-account',
    query: '要带护照吗',
  },
  {
    // 「汇率会影响吗」 asks whether, and no figure of what is to come.
    when: /^(那)?(人民币|美元)?(的)?汇率(的)?(变化|变动|涨跌|波动|变了)?(会不会|会|对[^，。]{0,8}|有没有|有)*(什么|啥|多大)?(影响|关系)/,
    entry: 'currency-risk',
    query: '汇率变动怎么影响我的基金',
  },
  {
    when: new RegExp(
      `^(那|我|是不是|买之前|买以前)*(要|得|需要|必须|用)(先)(做|测|填)(一下|个|一个)?(风险)?(承受能力)?(测评|评估|风评|问卷)${ENDS}`,
    ),
    entry: 'questionnaire-why',
    query: '那我要先做风险测评吗',
  },
  {
    when: /^(那|我|有事|以后)*(要|该|应该|得)?(电话)?打(电话)?(给|找)谁(呢|啊)*$|^电话(要|该)?(打|找)(给)?谁/,
    entry: 'customer-phone',
    query: '打哪个电话能找到你们',
  },
  {
    // 「我闺女说理财会亏本，是真的？」
    when: /(说|听说|听人说|听讲|讲)[^，。]{0,4}(理财|基金)(产品)?(都|也|是)?(会|能|可能)(亏|赔)(本|钱|掉)?(的)?[^，。]{0,6}(真的?|对|是)(假的?|的)?(吗|么|吧|嘛)?$/,
    unless: /怎么办|不会/,
    entry: 'wealth-management-below-par',
    query: '家里人说理财会亏本，是真的吗',
  },
  {
    // 「今天下单按哪天的净值」 of no product that is named.
    when: /^(那|我|要是|如果)*(今天|今晚|现在|这会儿|周末)?(下单|提交|操作|买|卖|赎回?)(的话|了)?(是|会)?(按|算|用)(的)?(哪|什么)(一)?(天|日)的?(净值|价格?)(算)?(成交)?(呢|啊|的)*$/,
    entry: 'fund-cutoff',
    query: '三点以后买算哪天的',
  },
  {
    when: /(为什么|为啥|凭什么|凭啥|怎么|咋)[^，。]{0,4}(不|没)(能|肯)?(给|让|推|跟)?[^，。]{0,4}(看|推荐|介绍|列|推)[^，。]{0,5}(r[45]|高风险|等级高)/,
    entry: 'not-shown-above-class',
    query: '为什么不给我看R5的',
  },
];

/** Null: none of the forms. */
export function handbookEntry(folded: string): Command | null {
  const found = WORDS.find(({ when, unless }) => when.test(folded) && !unless?.test(folded));
  return found ? { do: 'answer', query: found.query, entry: `faq:${found.entry}` } : null;
}
