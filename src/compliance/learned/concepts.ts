/**
 * 概念: words that mean the same to the rules, in folded text. A model that knows 验证码 and 口令
 * as one thing needs fewer lines to learn from than one that sees only characters.
 */
const CONCEPTS: Readonly<Record<string, string>> = {
  principal: '本金|本钱|老本|本息|血本|您的钱|你的钱|principal|capital',
  loss: '亏|赔|损失|折本|蚀本|跌破|缩水|受损|lose|loss',
  sure: '肯定|一定|绝对|必定|必然|必须|铁定|妥妥|稳稳|稳拿|稳赚|笃定|百分之?百|100%|保证|确保|保管|包您|准保|准没|板上钉钉|悬念|definitely|guarantee',
  gain: '赚|挣|收益|回报|年化|利息|盈利|翻倍|翻番|翻一|到手|个点|分红|净值|业绩|return|profit',
  risk: '风险|爆雷|违约|出事|踩雷|risk',
  safe: '安全|保险箱|稳当|稳得|放心|踏实|靠谱|safe',
  we: '我们|咱|公司|我行|本行|我司|领导|老板|管理人',
  compensate:
    '补给|补齐|补上|补差|贴给|填平|垫|兜|买单|赔您|赔你|承担|算我|回购|贴补|补足|补您|我补|我来贴|我赔',
  deposit: '存款|定期|活期|存单|储蓄|存银行|定存|存折|存钱|存了|deposit',
  state: '国家|政府|央行|证监会|银保监|监管|国资|央企|国企|财政|协会|官方|regulator|government',
  endorse: '担保|兜底|批准|备案|撑|背书|认可|指定|审核|保着|批的|点头|批文|approved',
  secret:
    '密码|验证码|口令|动态码|安全码|背面三位|后三位|cvv|otp|pin(?![a-z])|pwd|password|sms code|verification code|六位数字|短信码|u盾|登录名|账号|帐号|code',
  identity: '身份证|银行卡|卡号|证件|通讯录|人脸|流水|手机号|家庭住址|名单|名册|聊天记录|截图',
  others: '邻居|隔壁|楼上|朋友|同事|太太|爱人|先生|女士|老师|阿姨|老王|亲戚|前妻|儿子',
  hand: '发我|发给我|告诉我|给我|报一下|报给我|念给|念一下|说一下|回复|输入|提供|上传|拍|发来|发到|打在|交给|share|send|发一下|要登记',
  operate:
    '下单|操作|买入|卖出|赎回|签字|签名|点确认|点同意|转账|调仓|打理|交易|申购|转换|操盘|代办|代签|委托|授权|order|trade',
  onBehalf: '帮您|帮你|替您|替你|代您|代你|给您办|帮客户|代客|代为|替他|全权|由我|我来|归我|听我',
  rebate:
    '返现|返点|返利|返佣|返您|返给|返还|红包|礼品|礼物|大礼|赠送|送您|附送|就送|回扣|佣金|提成|分成|好处|购物卡|加油卡|京东卡|金条|补贴|五五|三七|抽奖|kick ?back|rebate|cash ?back|commission|gift',
  urgent:
    '赶紧|赶快|尽快|抓紧|趁|末班车|最后|错过|错失|没了|没有了|抢|停售|下架|名额|额度|来不及|犹豫|别等|再不|再晚|晚一步|手慢|过期|限时|限量|倒计时|磨蹭|秒杀|疯|hurry|sold out|last chance|before midnight',
  noHurry: '不急|不用急|不着急|慢慢|考虑清楚|想清楚|以公告为准|公告写明|no rush',
  questionnaire:
    '测评|测試|问卷|第[一二三四五六七八九十]题|题|选项|答案|评级|quiz|questionnaire|分数',
  fill: '填|选|勾|照着|照抄|写|答|改',
  higher: '高|激进|大胆|进取|积极|往上|以上|多写|够|通过|稳过',
  truthful: '如实|真实|据实|按实际|照实|truthful',
  borrow:
    '贷款|贷出|信贷|贷|借|信用卡|杠杆|抵押|花呗|套现|套点|配资|融资|周转|分期|授信|loan|borrow|margin|credit card|信用额度',
  invest: '投资|投进|买|申购|理财|放进|本金|入场|滚|本来|拿来|用来|invest|fund',
  spread: '利差|差价|息差|套利|没成本|划算|翻得快|spread',
  private: '私募|private fund|hedge fund',
  public:
    '群|朋友圈|各位|大家|人人|谁都|随便谁|直播|转发|海报|公众|粉丝|评论区|路演|推介|推文|预约|报名|扫码|视频号|社会|欢迎|everyone',
  qualified: '合格投资者|门槛|资产证明|凑|拼|代持|挂在|认定|qualified',
  aml: '反洗钱|可疑|洗钱|预警|监测|尽调|尽职调查|制裁|协查|大额|aml|suspicious|高风险名单|监控|盯上|黑名单',
  reported: '上报|报了|报上去|提交|标记|列入|纳入|被查|在查|调查|关注|拦|flag|report',
  split: '拆|分几次|分开|分成|每次|每笔|几张卡',
  peer: '他们|他家|别家|那家|同行|同业|对面|隔壁|友商|某行|某公司|人家|那帮|对家|上家|那个公司|别的公司|别的平台|their|that bank|他们家',
  slur: '垃圾|骗子|坑|烂|忽悠|韭菜|活该|倒闭|冤大头|贪|智商税|皮包|黑心|宰|拒赔|火坑|割|外行|不配|水平|摆设|打水漂|garbage|trash|scam|clueless',
  fault: '怪谁|怪不了|谁让您|谁让你|自己贪|自己不|自己签|您就是|你就是|您这种',
  policy: '保单|保险|险|老单|旧单|年金|policy|insurance',
  surrender: '退保|退掉|退了|退旧|断缴|停掉|停了|别交|换新|换这|换成|换一份|换掉|surrender|cancel',
  fresh: '新品|新产品|新的|新款|新单|买新|重新买|这款|我们的|new',
  complain: '投诉|撤诉|12378|差评|反映|告我们|告您|维权|起诉|complain',
  stop: '撤|取消|别|删|算了|没用|放弃|不要|才会|才能|否则|私下|闹|withdraw',
  inside:
    '内部|内幕|消息|没公开|未公开|未披露|没披露|公告前|公告以前|还没公布|没公布|透露|打听|熟人|内线|庄家|主力|操盘手|小道|风声|保密|阅后|看完|inside',
  best: '最好|最佳|最高|最强|最大|第一|冠军|顶级|顶尖|巅峰|标杆|龙头|国家级|天花板|王牌|首屈一指|数一数二|老大|领先|top|best|no\\.? ?1|number one',
  future: '明天|下周|下月|下个月|年底|明年|后市|接下来|节后|很快|马上|即将|将来|以后|tomorrow|next',
  move: '涨|反弹|见底|触底|起飞|行情|牛市|走强|目标价|底部|跌不下去|rally|rebound|double|bull',
  human:
    '真人|本人|人工|活人|机器人|机器|ai(?![a-z])|人工智能|程序|自动回复|客户经理|理财经理|理财师|顾问|human|robot|bot(?![a-z])|person',
  life: '吃完饭|吃饭|午饭|下班|开会|回到工位|会议室|女儿|孩子|喝口水|泡茶|起床|睡',
  all: '没有一[个款只期位家]|没有哪|没有谁|哪个不|谁不|个个|从来没|从没|从未|都没|每一期|全都|所有',
  forbid:
    '不得|禁止|严禁|违规|不合规|违法|举报|诈骗|骗局|骗子|当心|警惕|请勿|切勿|千万别|千万不要|挂断|陷阱|不可信|红线|整改|退回',
  refuse:
    '我不能|我们不会|不会向|不能替|不可以|不行|不允许|无法|不提供|不替您|没法|不介绍|不评价|不评论|不建议|不支持|不代|cannot|can.t|won.t|never',
  report: '合规|登记|上报|截图|留底|核实|拍照|反馈|发现|发到群里的|文案|话术',
  duty: '应当|需要|请您|依法|规定|按照|法律|根据|以.{1,6}为准|法规',
  explain: '是指|指的是|区别|意思是|什么是|分为|来源|说明书|合同第|公告',
  rhetorical: '难道|怎么能|怎么会|怎么可能|哪有|哪能|谁说|岂|何必|为什么不|还能|凭什么|有什么',
  condition: '如果|假如|假使|要是|假设|只要|只有|若|一旦|if ',
  whisper:
    '别说|别外传|私下|私聊|悄悄|偷偷|不用知道|跟您说|跟您讲|交个底|您懂的|心里有数|别声张|打招呼',
  trust: '信我|听我的|放心|人格|我敢|写给您|签字|打包票|打保票|字据|保证书|拍板|promise|trust me',
  boast: '老客户|大家都|客户都|我的客户|跟着我|跟我|身边|几千万人|圈里|这么多年|多少年',
};

const NAMES = Object.keys(CONCEPTS);
const PATTERNS = NAMES.map((name) => [name, new RegExp(CONCEPTS[name]!, 'g')] as const);

export interface Mention {
  readonly concept: string;
  readonly start: number;
}

/** Every concept mentioned in folded text, in order. */
export function conceptsIn(text: string): readonly Mention[] {
  const mentions = PATTERNS.flatMap(([concept, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({ concept, start: match.index })),
  );
  return mentions.sort((a, b) => a.start - b.start);
}
