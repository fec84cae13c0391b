import { fold } from '../language/tokens.js';
import type { Age } from './ages.js';
import { agesIn } from './ages.js';
import type { IndexedPassage } from './passages.js';

/**
 * 特殊情形: what an entry is for only where it is the case. The entry for heirs answers nobody who speaks
 * of no death, however many other words they share. A line a circumstance: its name, which stands in the
 * entry's heading, and what customers say where it is so, as regular expressions, or by an age they tell.
 */
const CIRCUMSTANCES: readonly (readonly [heading: RegExp, named: RegExp, age?: Age])[] = [
  [
    /去世|继承|身故/,
    /去世|过世|身故|离世|走了|没了|不在(了|世)|死|亡|遗|继承|后事|先走|走(得|的)早|丧|葬|临终/,
  ],
  [/离婚/, /离婚|离了|要离|前(夫|妻)|判给|分割|分家|婚|过不下去/],
  [
    /老人|老年|六十多岁|65 ?岁/,
    /老|岁数|爸|妈|爷|奶|姥|爹|娘|外公|外婆|公公|婆婆|岳|年纪|年龄|高龄|退休|眼|花|字|看不|听|耳|慢|用不来|不会用|elder/,
    '老年',
  ],
  [
    /孩子|未成年/,
    /孩|娃|宝|未成年|未满|几岁|多大|儿子|女儿|闺女|压岁|上学|学校|[初高]中|小学|中学|[初高大][一二三四]|侄|外甥|孙|监护|少年|小朋友|中专|家长|成年/,
    '未成年',
  ],
  [
    /外国人|离开中国/,
    /外国|外籍|境外|国籍|港|澳|台|护照|绿卡|老外|签证|居留|移民|出国|海外|国外|留学|洋|回国|离开|外人|[美英日韩德法俄加印]国?人|通行证|foreign|expat|passport/,
  ],
  [
    /过期/,
    /过期|到期|失效|作废|有效|更新|换(了)?新|新办|换证|旧证|没换|超期|不算数|快到|多久|几年|以前做|上次做/,
  ],
  [/丢了|遗失/, /丢|挂失|遗失|掉|找不|偷|没了|不见|落在|忘在|抢|捡|lost/],
  [
    /倒闭|出事|破产|不兑付/,
    /倒|破产|跑路|关门|出(了)?(事|问题)|黄|垮|没了|停业|接管|不干|散|清算|[暴爆]雷|撑|完蛋|不在了|不给|兑付|延期|逾期/,
  ],
  [
    /巨额赎回/,
    /巨额|大额|挤兑|都在|大家|所有人|人人|抢着|太多|集中|一(起|窝)|延期|限制|部分确认|很多人|别人都/,
  ],
  [
    /周[五六日末]/,
    /(周|星期|礼拜)([五六日天末]|一[^，。]{0,3}三天)|双休|休息日|假|节|国庆|五一|十一|元旦|过年|休市|weekend/,
  ],
  [/扣款失败/, /扣|余额不足|没钱|失败|没成|断|漏/],
  [/定投/, /定投|每(个)?(月|周|天)|月投|周投|定期投|自动|分批|按月|月月|扣款/],
  [
    /(?<!存款|银行|社会)保险(?!产品|监督)|保单|保费|投保|医疗险|寿险|重疾|年金险|犹豫期/,
    /险|保单|保费|投保|重疾|大病|续[了保]|理赔|赔|受益|续保|业务员|代理人|退保|犹豫|等待期|免责|现金价值|交费|缴费|断[交缴]|保额|保障|被保|续期|病史|体检|医院|医药|住院|合同|红利|万能|投连|年金/,
  ],
  [/投顾/, /投顾|组合|跟投|顾问/],
  [
    /备用金/,
    /备用|应急|急用|救急|应付|留(多少|几|出|着)|万一|几个月|急钱|突发|不时之需|撑|生活费|没留/,
  ],
  [/企业年金|职业年金/, /年金|单位|职工|企业|公司/],
  [
    /投诉了没人理/,
    /没人|不理|不回|没回|没(消息|动静|结果|下文|音|反应|答)|拖|不办|不管|石沉|第二次|再次|还没|一直|催|石沉/,
  ],
  [/净值低/, /净值|价|低|一块|1 ?元|几毛|贵|高/],
  [/流动性/, /流动|流通|变现|接盘|锁|取不出|卖不[掉出]|脱手|拿不出|出不来/],
  [/清盘/, /清盘|清算|解散|终止|关(了|掉)|没了|规模|撤|倒|黄/],
  [/群里/, /群|荐|喊单|跟单|带(着|我|单|人|大家)|直播|老师(推|说|让|叫)/],
  [/信用卡|花呗/, /信用卡|花呗|借呗|白条|贷记|刷卡|透支/],
  [/强制赎回/, /强制|强行|被|自动赎|调减|硬/],
  [/离职/, /离职|走(了|人)|离开|辞|不干|不在|换(了)?人|跳槽|人呢|找不到|没人|联系不上|调走|孤儿/],
  [/行长|总经理/, /行长|总(?!共|是|想|不|说|算|的)|老板|领导|董事|谁|负责人|一把手/],
  [/换了手机号|换了新手机/, /换|新|旧|手机|号|刷脸|人脸|设备/],
  [/家里人不知道/, /不知道|告诉|老公|老婆|家里|瞒|保密|私房|查得?到/],
  [/家里人不同意/, /不同意|不让|反对|骂|说不通|不许|不支持|拦着/],
  [/家里人想替我管/, /管|打理|交给|替我|帮我|拿我|要我|听(儿|女|孩|他|她)/],
  [
    /过几个月/,
    /个月(后|以后|之后|要|就|内|里|用)|半年|明年|年底|短期|近期|马上|阵子|要用|要花|要交|结婚|首付/,
  ],
  [/刷单/, /刷|点赞|返利|做任务|兼职|垫/],
  [/取现金/, /现金|取现|提现|取款|柜台|现钞/],
  [/手机丢/, /手机|电话/],
  [/信息比率/, /比率|信息|指标|超额/],
  [/募集/, /募集|认购|新发|新基金|起息|成立/],
  [/改了名字/, /改(了)?(名|姓)|名字|换(了)?(名|姓)|升位|旧身份证|身份证号|号码/],
  [/自杀/, /自杀|轻生|自己结束/],
  [/高风险/, /高风险|股票|权益|偏股|激进|r[345]|风险|亏|跌/],
  [
    /急着用钱/,
    /(?<!不|不太|不着|不用)急|马上|住院|手术|突然|今天|明天|现在就|救命|来不及|先(取|卖)|抢救|生病/,
  ],
  [/公司可以开户/, /公司|企业|单位|对公|法人|执照|老板|店|厂|工作室|组织|社团|学校/],
  [
    /替家(里)?人|家里人开户|家长/,
    /替|帮|代|家|爸|妈|爹|娘|爷|奶|老公|老婆|妻|夫|爱人|儿|女|孩|娃|亲|兄|弟|姐|妹|侄|外甥|孙|老人|朋友|别人|他|她/,
  ],
  [/委托别人|代办/, /委托|代办|代理|代(我|为|去)|替|帮|别人|让(人|他|她|家|我)|本人不|去不了|授权/],
  [/联名/, /联名|两个人|两人|夫妻|两口子|一起|共(用|同|有)|合(开|用|着)|跟.{0,6}(开|用)/],
  [/打零工/, /工作|零工|失业|下岗|自由职业|收入|待业|上班|全职|主妇|灵活|摆摊|学生|个体/],
  [/看不见|听不见/, /看不|听不|盲|聋|残|手语|轮椅|失明|视力|听力|哑|瘫/],
  [/转债/, /转债|转股|可转/],
  [/城投/, /城投|平台债|地方/],
  [/警察、法院/, /警|法院|公安|检察|司法|执法|来查|查封|冻结/],
  [/小银行/, /村镇|小银行|地方|农商|信用社|农信|城商|小(的)?行|民营/],
  [/英文/, /英文|英语|外语|english|language/],
  [
    /有效期/,
    /有效|过期|到期|多久(?!以?后?[能可会]?以?(买|投|交易|下单))|多长|几年|几个月|一年|作废|失效|重(新|做)|再(做|测)|还算|管(用|多)|期限/,
  ],
  [
    /两只产品/,
    /(两|俩|二|几|三|多)(个|只|款|家|样)|[一每]只|每个|各(取|自|算|快)|分开(算|计)|加起来|加在一起|合起来/,
  ],
  [/最多可以做几次/, /次|回|遍|上限|再|重|反复|又/],
  [/修改、暂停或停止/, /改|停|取消|关|不想|不要|调|换|撤|少投|多投|终止|断/],
  [/合并、要出事/, /合并|出事|听说|传|谣|新闻|收购|真的|要倒|黄/],
  [/虚拟货币|外汇平台/, /币|外汇|炒汇|usdt|平台|挖矿|区块/],
  [/节后|放假前|长假/, /节|假|国庆|春节|五一|十一|元旦|过年|清明|端午|中秋/],
  [/专业投资者/, /专业|合格投资/],
  [/空白的单子/, /空白|没填|没写|空着|签/],
  [/别家机构做的|在别家买的|另一家/, /别|其他|其它|另|转|外面|以前|他行|平台|银行|券商|认/],
  [/欠款/, /欠|债|还|贷|负债|分期/],
  [/退休/, /退休|养老|退下来|退了|养老金|晚年|老/],
];

/** 行业法: the rule of one trade answers nobody who speaks of none of its things. */
const TRADES: readonly (readonly [title: RegExp, named: RegExp])[] = [
  [
    /^保险/,
    /险|保单|投保|被保|受益人|理赔|退保|续保|犹豫期|等待期|现金价值|业务员|代理人|病|住院|体检|医/,
  ],
  [/^私募/, /私募|合格投资|冷静期|凑|拼单|百万|100 ?万/],
  [/^信托/, /信托|受托|受益|委托/],
];

/** Said in this share of the questions it is remembered for, a circumstance is what an entry is about. */
const MOST = 0.6;

const NONE: ReadonlySet<number> = new Set();

/** The circumstances without which an entry is not meant: its heading says them, and its own questions do. */
export function circumstancesOf({ passage, fields }: IndexedPassage): ReadonlySet<number> {
  if (passage.kind === 'law' || passage.kind === 'regulation') return tradesOf(passage.title);
  if (passage.kind === 'product') return NONE;
  const heading = fold(`${passage.title}\n${passage.article ?? ''}`);
  const asks = fields.asks.map(fold);
  return new Set(
    CIRCUMSTANCES.flatMap(([inHeading], at) => {
      const said = asks.filter((one) => isSaid(at, one)).length;
      return inHeading.test(heading) && said >= MOST * asks.length ? [at] : [];
    }),
  );
}

/** Counted on from the circumstances. */
const tradesOf = (title: string): ReadonlySet<number> =>
  new Set(TRADES.flatMap(([of], at) => (of.test(title) ? [CIRCUMSTANCES.length + at] : [])));

function isSaid(at: number, folded: string): boolean {
  const [, named, age] = CIRCUMSTANCES[at] ?? TRADES[at - CIRCUMSTANCES.length] ?? [];
  return named?.test(folded) === true || (age !== undefined && agesIn(folded).includes(age));
}

/** Share of the circumstances an entry is for that a question does not speak of; 0 where it is for everyone. */
export function unsaidShare(circumstances: ReadonlySet<number>, question: string): number {
  if (circumstances.size === 0) return 0;
  const folded = fold(question);
  const unsaid = [...circumstances].filter((at) => !isSaid(at, folded));
  return unsaid.length / circumstances.size;
}
