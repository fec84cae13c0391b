import type { Command } from '../../terms/command.js';
import { handbookEntry } from './handbook-words.js';
import { isQuestion } from './question-words.js';

/** 只有一个意思: words that mean one thing whoever says them, and where it is told. */

const entryOf = (document: string, query: string): Command => ({
  do: 'answer',
  query,
  entry: `faq:${document}`,
});

/** As the handbook asks it: whatever else is asked of the money, this is when it comes. */
export const ENDS_ON_REST = '逢周末到期怎么办';

/** Whoever is not the customer, as a customer calls them. */
const ANOTHER =
  '(他|她|别人|人家|家里人|家人|(我|俺|咱|孩子|娃)?(们|家)?(他|她)?(爸妈|父母|爸|妈|爹|娘|父亲|母亲|爷爷|奶奶|姥姥|姥爷|外公|外婆|公公|婆婆|岳父|岳母|丈母娘|老丈人|老公|老婆|爱人|对象|男朋友|女朋友|老伴|先生|太太|媳妇|儿子|女儿|闺女|孩子|小孩|老人|亲戚|朋友|同事|哥|姐|弟|妹))';
const TEST = '(风险承受能力|风险)?(测评|评测|测试|评估|风评|问卷|等级)';

/** 「帮我爸把风险测评做了」 「给我儿子测一个」 「老伴的问卷我来填」. */
const FOR_ANOTHER = new RegExp(
  [
    `(替|帮|代|给|为)(着|一下)?${ANOTHER}[^，。]{0,6}((做|填|答|弄|办|测|评|搞)(了|一下|下|个|一个|一份|一遍|完)*${TEST}|${TEST}(也|都|给|一起)*(做|填|答|弄|办|测|评|搞)|(做|填|答)(这|那|些|套|份|几|道)*题|(测|评)(一下|下|一个|一测|个|一遍|一次|一份|评|了)*(吧|吗|么|呗|呢|行不行|可以吗|好吗|行吗)?$)`,
    `${ANOTHER}(的|那份|这份)+${TEST}[^，。]{0,4}(我|能|可以|可不可以)+(来|能|替|帮|代|给|他|她)*(做|填|答|弄|办|测|评)`,
    `(让|叫|要|托|请)我(来)?(替|帮|代|给)(他|她)们?(把)?(填|测|答)(了|一下|下|一份)*$`,
  ].join('|'),
);

const MEANS: readonly { readonly when: RegExp; readonly means: Command }[] = [
  {
    // 「你们怎么又给我打电话？我不是说过不要推销吗」: no number is asked for.
    when: /(又|还|老是?|一直|照样)(在)?(给|跟|向)?(我|俺)?(打|推|发)[^，。]{0,6}(电话|短信|推销|广告|消息)?[^。]{0,14}(说|讲|讲明|登记|退订)(过|了)[^，。]{0,6}(不要|别|不用|不想|不接)|(说|讲)(过|了)[^，。]{0,6}(不要|别|不用)[^，。]{0,6}(推销|打电话|打给|发短信|推荐)[^。]{0,14}(又|还|老是?|一直|照样)/,
    means: entryOf('privacy-marketing-calls', '说了不要打今天又打来了'),
  },
  {
    // 「她不识字，我替她做测评」: a questionnaire is filled in by nobody else.
    when: FOR_ANOTHER,
    means: entryOf('operate-for-family', '我替家里人做测评可以吗'),
  },
  {
    // 「关闭个性化以后还能给我排方案不」
    when: /(个性化|精准推|画像|推荐)[^。]{0,10}(关|停|退)[^。]{0,10}(方案|规划|配|排|挑|选)[^。]{0,6}[吗么不没嘛]$|(关|停|退)[^。]{0,8}(个性化|精准推|画像|推荐)[^。]{0,10}(方案|规划|配|排|挑|选)[^。]{0,6}[吗么不没嘛]$/,
    means: entryOf('privacy-opt-out', '关了还能给我排方案吗'),
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
    // 「师傅，问个事」: what is asked is still to come.
    when: /^(师傅|老师|你好|您好|姑娘|小伙子?|美女|帅哥|大姐|大哥|小屿|喂|哎|那个|我)*(想|要|跟你|向您)?(问|咨询|请教|打听)(你|您)?(个|一个|一下|点|一?件|一?些)*(事|问题|事情|事儿)(吧|啊|呗|呢)?$/,
    means: { do: 'social', act: 'listening' },
  },
  {
    // 「到期那天要是礼拜天，钱啥时候到」
    when: /^(?=.*到期)(?=.*(周[六日天末]|(礼拜|星期)[六日天]|节假日|放假|假期|国庆|春节|五一|中秋|元旦|过年|节后))(?=.*(钱|款|到账|给|到|兑付)[^，。]{0,4}[^期])(?!.*(货币|货基|七天乐|国债))/,
    means: entryOf('wealth-management-maturity', ENDS_ON_REST),
  },
  {
    // 「定期和大额的提前取哪个亏得少」 weighs two kinds, whoever has them.
    when: /^(?!.*(我|转让)).*(定期|存单|存款)的?(跟|和|与|还是)[^，。]{0,3}(大额)[^，。]{0,4}提前[^，。]{0,4}(哪|谁)|^(?!.*(我|转让)).*大额[^，。]{0,3}(跟|和|与|还是)[^，。]{0,3}(定期|存款)[^，。]{0,4}提前[^，。]{0,4}(哪|谁)/,
    means: entryOf('large-deposit-early-withdrawal', '定期和大额存单提前取哪个亏得少'),
  },
  {
    // 「货基跟一年定期选哪个」 weighs two kinds, and names no product.
    when: /^(活期[^，。]{0,10}[，,])?(那|我|钱|想|是|放|存)*(货基|货币基金)(跟|和|与|还是)[^，。]{0,4}(定期|定存)(存款)?(选|买|放|存)?(哪|谁)(个|种|样)?(好|合适|划算|强)?/,
    means: entryOf('money-fund-or-current', '存定期好还是货基好'),
  },
  {
    // 「股票大跌我那个会不会跟着亏」
    when: /(股市|股票|大盘|a股)[^，。]{0,3}(跌|崩|掉)[^。]{0,6}(我|俺)(那|这|的|买|手|名下|持)[^。]{0,10}(跟|会不会|受|影响|一起|也)/,
    means: { do: 'own_account', query: '股票跌了我的会不会跟着跌', about: 'stocks' },
  },
  {
    // 「隔壁老王说他那个年年 8 个点，你们有不」: nobody of ours promised it.
    when: /(邻居|隔壁|老[王张李刘陈]|朋友|同事|亲戚|人家|别人|群里)[^。]{0,16}(年年|每年|一年|稳拿|年化)[^。]{0,6}(个点|%|百分)[^。]{0,10}(你们|咱们)[^，。]{0,6}(有|卖)/,
    means: entryOf('no-loss-at-all', '邻居说他那个年年 8 个点，你们有不'),
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
  const ofHandbook = handbookEntry(folded);
  if (ofHandbook) return ofHandbook;
  return hasNone(folded) ? { do: 'social', act: 'told' } : null;
}
