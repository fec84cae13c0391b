import type { Command } from '../../terms/command.js';
import { isQuestion } from './question-words.js';

/** 只有一个意思: words that mean one thing whoever says them, and where it is told. */

const entryOf = (document: string, query: string): Command => ({
  do: 'answer',
  query,
  entry: `faq:${document}`,
});

const MEANS: readonly { readonly when: RegExp; readonly means: Command }[] = [
  {
    // 「你们怎么又给我打电话？我不是说过不要推销吗」: no number is asked for.
    when: /(又|还|老是?|一直|照样)(在)?(给|跟|向)?(我|俺)?(打|推|发)[^，。]{0,6}(电话|短信|推销|广告|消息)?[^。]{0,14}(说|讲|讲明|登记|退订)(过|了)[^，。]{0,6}(不要|别|不用|不想|不接)|(说|讲)(过|了)[^，。]{0,6}(不要|别|不用)[^，。]{0,6}(推销|打电话|打给|发短信|推荐)[^。]{0,14}(又|还|老是?|一直|照样)/,
    means: entryOf('privacy-marketing-calls', '说了不要打今天又打来了'),
  },
  {
    // 「她不识字，我替她做测评」: a questionnaire is filled in by nobody else.
    when: /我?(来)?(替|帮|代)(他|她|我妈|我爸|我爱人|老婆|老公|老伴|老人|家里人|家人|父母|爸妈|孩子)[^，。]{0,4}(做|填|答|测)(一下|个|了)?(风险)?(测评|问卷|题)/,
    means: entryOf('operate-for-family', '我替家里人做测评可以吗'),
  },
  {
    // 「她那边要我账户的流水」
    when: /(他|她|前妻|前夫|老公|老婆|律师|对方|家里人)(那边|们)?(来|想|说|问你们|找你们)?(要|查|调|打听)[^，。]{0,4}我(的|在你们)?[^，。]{0,4}(账户|流水|持仓|资产|交易记录|余额)/,
    means: entryOf('privacy-who-sees', '家里人来要我的流水给不给'),
  },
  {
    when: /^(那|还|现在|请问)*(能|可以|还能)(不能|不可以)?撤(单|回|掉|销)?(吗|么|不|呢|啊)?$/,
    means: { do: 'answer', query: '买卖基金的委托能撤销吗？' },
  },
  {
    // 「我昨晚下单买的那个取消得了吗」
    when: /(我|刚|昨|今天|前天)[^，。]{0,8}(下的?单|买|申购|认购|赎回?|卖|委托|提交)[^，。]{0,8}((能|可以|还能)(不能)?(取消|撤(单|回|掉|销)?)|(取消|撤)(得|不)(了|掉|成))[^，。]{0,2}(吗|么|不|呢|$)/,
    means: { do: 'answer', query: '买卖基金的委托能撤销吗？' },
  },
  {
    when: /^(那|请问)?(这个|你们|风险)*(测评|问卷)(大概|一般|一共)?(要|得|需要|会)?(做|填|花)?(多久|多长时间|几分钟)(啊|呀|呢)?$/,
    means: { do: 'answer', query: '风险测评要做多久，有多少题？' },
  },
  {
    // 「卖了之后买啥」: what the money is for comes first.
    when: /^(那)?(卖|赎|取|到期)(了|掉|出来|完)*(之后|以后|后)?(那)?(再)?(买|换|放)(点|些)?(啥|什么|哪)(好|合适|呢|里|儿)*$/,
    means: { do: 'start_flow', flow: 'need' },
  },
];

/** 「有社保，没买过商业保险」 tells, and asks for none. */
const hasNone = (folded: string): boolean =>
  /(没|没有|从没|从来没)(有)?(买|投|做|配|碰|接触)过[^，。？]{0,8}(保险|理财|基金|股票|国债)/.test(
    folded,
  ) &&
  !isQuestion(folded) &&
  !/想|要|能|帮|推荐|怎么|先/.test(folded);

/** `folded`: as `normalize` folds it, without spaces. Null: the words may mean something else. */
export function meansOne(folded: string): Command | null {
  const one = MEANS.find(({ when }) => when.test(folded));
  if (one) return one.means;
  return hasNone(folded) ? { do: 'social', act: 'told' } : null;
}
