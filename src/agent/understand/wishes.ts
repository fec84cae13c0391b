import type { Command } from '../../terms/command.js';
import { ASKS_WHO_INHERITS } from './own-end.js';

/** 平常的愿望: outright words that are none of a complaint that is being told. */

export interface Rule {
  readonly when: RegExp;
  /** A sentence that only asks about the matter is not the matter. */
  readonly unless?: RegExp;
  readonly command: Command;
}

/** 「还是同样的问题」 says no more than that it was not answered. */
const SAME_AGAIN = /^(还是)?(同样|一样|同一个|相同)的?问题(啊|呀|呢)*$/;

/** As the other rules, except inside a complaint, where such words are part of what is complained of or wanted. */
export const WISHES: readonly Rule[] = [
  {
    when: /^(那|好|我|想|要|再)*(换|换成)(个|一个|一种|种)(问法|说法|方式)(来)?(问|说|讲)?(吧|一下|好了|看看)*$/,
    unless: /^(换个|换一?种)说法$/,
    command: { do: 'social', act: 'listening' },
  },
  {
    // 「我那个 R 几的」: the list of what is held tells every grade.
    when: /^(请问|那)?(我|俺)(的|买的|手里的?)?[那这]?(个|只|几只|几个|款)?(基金|理财|产品)?(都)?(是)?(属于)?r几(级)?(的)?[啊呀呢]?$/,
    command: { do: 'own_account', about: 'holdings', query: '我的持仓' },
  },
  {
    when: ASKS_WHO_INHERITS,
    command: { do: 'answer', query: '去世客户的存款和基金怎么取？' },
  },
  {
    // 「我想帮我妈问问，她72了」: for whom it will be asked, and nothing asked yet.
    when: /^(我)?(想|要|来)?(帮|替)(我|俺|咱)?(家)?(妈|爸|爹|娘|老妈|老爸|爸妈|父母|老人|婆婆|公公|岳母|岳父|老伴|爱人|老公|老婆|爷爷|奶奶|姥姥|姥爷|外公|外婆)(来)?(问|打听|咨询)(问|打听|咨询|一下|下|个事|点事|事|情|儿)+[，,。！!]*((她|他)?(今年|都|快|已经)*[\d一二三四五六七八九十]+多?岁?了?)?[啊吧。！!]*$/,
    command: { do: 'social', act: 'listening' },
  },
  {
    when: /^(那|我|要是|如果|现在)*(转|找|叫|有)?(人工|真人|顾问|客服)(服务|客服|顾问)?(的话)?(是|现在|马上|立刻|这会儿|晚上|周末|就|还|会|能)*(有人|在线|在|接|上班)(在|接|值班|理|回)?(吗|么|没有?|不)$/,
    command: { do: 'answer', query: '人工服务几点有人？' },
  },
  {
    when: SAME_AGAIN,
    command: { do: 'clarify', options: [] },
  },
  {
    when: /^(哦+|噢+|嗯+|啊)?(原来)?是?(这么|这样)(一?回事|啊|呀|子)[啊呀哈]?$/,
    command: { do: 'social', act: 'noted' },
  },
  {
    when: /^(去)?(叫|找|让|喊|换)(个|一个)?(你们|你)?(的)?(领导|经理|主管|负责人|管事的|能做主的)(来|出来|过来|跟我说|跟我谈|接|听)*(一下|吧|啊)?$/,
    command: { do: 'request_human', reason: 'asked' },
  },
  {
    when: /^(我)?(要|想|到底)?(找|问)?(谁|哪个)(能|可以)?(做|作|说了)(得了)?(主|算)/,
    command: { do: 'request_human', reason: 'asked' },
  },
  {
    when: /(跌|亏|绿|赔)(成狗|麻了|惨了|懵了|傻了|哭了|成渣|到姥姥家|得(我)?(心疼|肉疼))|腰斩了|血亏/,
    unless: /多少|几|怎么|咋|为什么|为啥|吗$|么$|哪|要不要|谁|投诉|举报|告你/,
    command: { do: 'social', act: 'upset' },
  },
  {
    when: /(让|叫|找|请|换|派)(个|位|一个)?(人|真人|顾问|人工|专人)(来)?(跟|和|给|联系|回|打).{0,3}(我|咱)/,
    unless: /骗|转账|他让|她让|不要|别|说和|调解|调停|评理|居中/,
    command: { do: 'request_human', reason: 'asked' },
  },
  {
    when: /(发|给|告诉|报|列|导出|查).{0,10}(客户|用户|c\d{4}).{0,6}(手机号|电话|持仓|资料|名单|余额|信息|身份证)|(客户|用户|c\d{4})的(手机号|电话|持仓|资料|余额|身份证)|(别的|其他|其它|大|老|有钱的?)(客户|用户|人)们?.{0,6}(都)?(买|持有|投|拿|选)(了|的|着)?(什么|啥|哪|多少)/,
    command: { do: 'refuse', subject: 'other_customer' },
  },
  {
    when: /我是(他|她)的?(老公|老婆|丈夫|妻子|爱人|儿子|女儿|孩子|妈|爸|父|母|家人|家属).{0,14}(有权|知道|查|看|知情)/,
    command: { do: 'refuse', subject: 'other_customer' },
  },
  {
    when: /(密码|口令|验证码|动态码)[^。]{0,10}(发|告诉|报)(给)?(你|您)/,
    unless: /不(会|能|想|敢|要)?(发|告诉|报)/,
    command: { do: 'refuse', subject: 'credentials' },
  },
  {
    when: /(他|她|老婆|老公|客户|别人|人家)的?(手机号|电话|余额|持仓|账户|身份证|卡号|密码).{0,10}(告诉|给我|报|发)/,
    command: { do: 'refuse', subject: 'other_customer' },
  },
  {
    when: /(明年|后年|下个?月|下个?(周|礼拜|星期)|年底|以后|未来|将来|往后).{0,14}(七日年化|万份|收益|净值|利率|金价|大盘|指数|基金).{0,8}(会|能|大概|可能|预计).{0,8}(多少|几|到|涨|跌|升|降|怎么样)/,
    unless: /去年|规定|新规|怎么算/,
    command: { do: 'refuse', subject: 'market_prediction' },
  },
  {
    when: /(明天|后天|下个?(周|礼拜|星期)|这个?(周|礼拜|星期)|下个?月|下半年|明年|后年|年底|以后|未来|将来|往后|接下来|后面).{0,14}(涨|升|上|高)(还是|或者?|跟|或|是)(是|会|要)?(跌|降|下|低)/,
    unless: /去年|历史|过去|怎么算|什么意思/,
    command: { do: 'refuse', subject: 'market_prediction' },
  },
  {
    when: /(人民币|美元|日元|欧元|港币|汇率|油价|房价|楼市|比特币|以太坊|币价|彩票).{0,10}((还|要|会|能|是不是)(不会|会|要|再|继续|得)?(涨|跌|升|降|贬|崩|破|到多少|回到)|(涨|跌|升|降|贬|到)(不|到)?(涨|跌|升|多少|哪))/,
    unless: /影响|为什么|为啥|怎么算|什么意思|去年|历史|过去|(基金|理财|产品|qdii).{0,8}(会|怎么)/,
    command: { do: 'refuse', subject: 'market_prediction' },
  },
  {
    when: /(给|报|说)个?.{0,2}(目标价|目标点位|点位)|(目标价|目标点位)(是|看|给|定)?(到)?(多少|几)/,
    unless: /什么意思|啥意思|止盈/,
    command: { do: 'refuse', subject: 'market_prediction' },
  },
  {
    when: /(告诉|说说|讲讲|透露)(我|下|一下|个)?[^，。]{0,4}(能|会|可以)(涨|赚|挣)(多少|几)/,
    unless: /去年|过去|历史|规定|怎么算/,
    command: { do: 'refuse', subject: 'market_prediction' },
  },
  {
    when: /我不怪你|说错(了)?也?不怪|就当(闲聊|聊天|随便聊)|你就(随便)?(猜|蒙)(一个|个|一下)/,
    command: { do: 'refuse', subject: 'market_prediction' },
  },
  {
    when: /(小助手|小屿|助手|机器人|你们?)(可)?(真|挺|好|太|很)(不错|棒|厉害|好用|聪明|贴心|可以)/,
    unless: /吗|么$|不过|但/,
    command: { do: 'social', act: 'praise' },
  },
  {
    when: /(说|讲)得?(简单|简短|短|慢|通俗|明白|清楚)(一)?点|简单(点|一点)(说|讲)|太(长|多|啰嗦)了.{0,4}(看|听|读|简|短)|(你)?说的?太(长|多|快|啰嗦)了/,
    unless: /(能|会|可以).{0,4}(干|做|帮)|什么|啥|多少|几|吗|怎么/,
    command: { do: 'social', act: 'simpler' },
  },
  {
    when: /(经理|顾问|员工|柜员|老板|行长|总裁|客服|小[\u4e00-\u9fa5])[^，。]{0,6}(家住|住在?哪|住哪|家庭(住|地)址|家里?地址|住址|哪个小区|结(了)?婚(没|了|吗)|有(没有)?对象|私人(电话|微信|手机)|(工资|奖金|年薪)(是)?(多少|几))/,
    unless: /我(是|在|家|的)/,
    command: { do: 'refuse', subject: 'other_customer' },
  },
  {
    when: /(悄悄|偷偷|私下)(地|里)?(告诉|透露|跟|和|给|说).{0,3}(我|咱)|我(绝对|保证|肯定)?不(会)?(说|讲|传)出去|透(露)?(点|个|一?点)(消息|口风|风|底|信)/,
    unless: /骗|他|她|对方|群里|老师/,
    command: { do: 'refuse', subject: 'inside_information' },
  },
  {
    when: /全权(委托|托管|代理|打理|操作|交给)|(代|替)(客|我)(操盘|炒股|理财|交易)|授权给?(你们?|您|贵).{0,4}(操作|买卖|交易|打理|决定)/,
    unless: /合法|违法|违规|什么是|是什么|骗/,
    command: { do: 'refuse', subject: 'discretion' },
  },
];
