import type { Command } from '../../terms/command.js';

/** 手册里的话: words whose entry, or part of it, is known by their very form. `folded`: without spaces or signs. */

interface Words {
  readonly when: RegExp;
  readonly unless?: RegExp;
  /** The entry of which only a part is meant; absent: the whole of what the question finds. */
  readonly entry?: string;
  /** As the handbook asks it. */
  readonly query: string;
}

const ENDS = '(吗|么|不|没有?|呢|啊|呀)*$';

const WORDS: readonly Words[] = [
  {
    // 「我中文不太好，请慢慢说」
    when: /^(我|俺|不好意思|抱歉)*(的)?(中文|汉语|普通话)(说得?|讲得?|水平)?(不|没|还不|不是)(太|很|怎么|是很|大|够)*(好|行|会|懂|熟|流利)/,
    query: '有英文服务吗？',
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
    when: /^(那)?(人民币|美元)?(的)?汇率(的)?(变化|变动|涨跌|波动|变了)?(会不会|有没有|会|有)?(对[^，。影关]{0,8})?(会不会|有没有|会|有)?(什么|啥|多大)?(影响|关系)/,
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
    query: '三点以后买算哪天的',
  },
  {
    when: /^(你们|方案|配置|组合|优化)*(的)?约束(条件)?(里|中|里面)?(有没有|有|包括|含|是)/,
    query: '约束里有回撤吗',
    entry: 'allocation-method',
  },
  {
    when: /^(你们|方案|模型|配置|测算|协方差|相关性)*(是|都)?用(的|了)?(是)?(几年|多少年|多长|哪段|哪几年|多久|什么时候)的?(历史)?(数据|样本|行情)/,
    query: '用的几年数据',
    entry: 'covariance-estimate',
  },
  {
    when: /(相关性|协方差|相关系数)(矩阵)?[^，。]{0,4}(多久|几时|什么时候)(更新|重算|算一次)/,
    query: '相关性矩阵多久更新',
    entry: 'covariance-estimate',
  },
  {
    when: /(权重|比例)的?区间(是)?(怎么|咋|如何|为什么)/,
    query: '权重区间怎么来的',
    entry: 'allocation-method',
  },
  {
    // 「我跑车的，收入不稳，想存点钱」
    when: /(想|打算|要)(开始)?(存|攒)(点儿?|一?些|下点?)钱(呢|啊|了|的)*$/,
    unless: /[0-9]|万|养老|教育|娃|孩子|买房|首付/,
    query: '送外卖的怎么存钱',
  },
  {
    when: /^(那|我)?(能|可以)(不能|不可以)?(天天|每天|每日)(都)?(存|投|买|定投|扣)(一点|点)?(吗|么|不|呢)*$/,
    query: '可以每天扣吗',
    entry: 'plan-set-up',
  },
  {
    when: /(周五|礼拜五|星期五)[^，。]{0,8}(买|存|放|投)[^，。]{0,6}(周末|周六|礼拜天|星期天)[^，。]{0,4}(有|算|给)[^，。]{0,3}(钱|收益|利息)/,
    query: '周五下午三点以后买的，周末有收益吗',
  },
  {
    when: /^(那|钱|等)*(到账|到期|开放|到时候|到了)(了|的时候|以后|那天)?(要|能|可以|记得)?(提醒|通知|告诉|叫)(我|一下|一声)*(吧|啊|哦|吗|行吗)*$/,
    query: '能不能提醒我到期',
  },
  {
    // 「大盘跌多少它跌多少」 of whichever of them.
    when: /大盘[^，。]{0,3}(跌|涨)[^，。]{0,6}(它|我|这只|那只|基金|就|会不会)[^，。]{0,8}(跌|涨)|(跟着?|随着?|跑赢|跑输|比)(了)?大盘[^，。]{0,4}(跌|涨|走|比|怎么样|吗|没|还)/,
    unless: /预测|会涨|明天|下周|如果|要是/,
    query: '大盘跌多少它跌多少',
  },
  {
    when: /(为什么|为啥|凭什么|凭啥|怎么|咋)[^，。]{0,4}(不|没)(能|肯)?(给|让|推|跟)?[^，。]{0,4}(看|推荐|介绍|列|推)[^，。]{0,5}(r[45]|高风险|等级高)/,
    query: '为什么不给我看R5的',
  },
];

/** Null: none of the forms. */
export function handbookEntry(folded: string): Command | null {
  const found = WORDS.find(({ when, unless }) => when.test(folded) && !unless?.test(folded));
  if (!found) return null;
  const { query, entry } = found;
  return { do: 'answer', query, ...(entry !== undefined && { entry: `faq:${entry}` }) };
}
