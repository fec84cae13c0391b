import type { ConversationState } from '../../conversation/evolve.js';
import { isBeingCheated } from '../../conversation/evolve.js';
import type { Command, FraudNews } from '../../terms/command.js';

/** 诈骗进展: after an alarm, each message says what has changed, and is met with the one step for it. */

/** First come those whose step cannot wait; a message may tell two things. */
const NEWS: readonly (readonly [FraudNews, RegExp])[] = [
  ['reporting', /(我|这就|马上|现在)(就)?(去|来|打)?(报警|报案|打110|派出所)(了|去了|吧)?$/],
  [
    'police',
    /(报警|报案|反诈|公安).{0,8}(哪|多少|几|怎么|咋|号码|电话是)|(哪|什么|多少).{0,6}(报警|报案)/,
  ],
  [
    'code',
    /验证码|(密码|卡号|身份证号?|cvv).{0,12}(给|告诉|报|发|填|输|说)|(给|告诉|报|发|填|输)(了|过).{0,8}(密码|卡号|身份证)/,
  ],
  [
    'screen',
    /(共享|分享|投)(了|着|过)?屏幕?|屏幕(共享|分享)|(下载|安装|装|下)(了|过|一个|个|这个|那个)*.{0,8}(软件|app|会议|程序|远程)|(软件|app|远程).{0,12}(装|下载|卸|删|控制|链接)|点了.{0,6}链接/,
  ],
  ['threat', /起诉|告我|传票|坐牢|抓我|拘留|通缉|征信|上门|报复|威胁|吓|冻结我|列入|失信|曝光/],
  [
    'family',
    /(家里?人|老公|老婆|爱人|爸|妈|孩子|儿子|女儿|父母|丈夫|妻子).{0,8}(知道|发现|骂|说|怪|讲|告诉)|(不敢|没敢|怕).{0,6}(说|讲|告诉|让)|丢人|没脸|瞒/,
  ],
  [
    'contact',
    /(又|还|一直|老|在|再)(在|给我)?(打|来)(来|了|给)?.{0,4}(电话|微信|消息)|(电话|消息|微信).{0,6}(来了|接不接|回不回|要不要接|能接)|(接|回)不(接|回)|催/,
  ],
  [
    'more_money',
    /(再|还|先|又|得|要).{0,4}(交|转|付|打|汇|缴)(?!了|过去).{0,10}([万千百元块笔次]|保证金|手续费|税|解冻|押金|会费)|保证金|解冻费|验资|刷流水/,
  ],
  [
    'freeze',
    /冻结|挂失|(把|帮).{0,6}卡.{0,4}冻|卡(要|得|能)?冻|冻(上|住|卡)|止付|锁卡|停卡|卡.{0,6}(怎么办|咋办|安全吗|要不要)/,
  ],
  ['compensate', /(你们|银行|平台|公司|谁).{0,6}(赔|负责|承担|补偿)|赔我|赔不赔/],
  [
    'recover',
    /(追|找|要|拿|退|拦|能)(得|不)?回(来|得来)?|回得来|还能回|追得到|还能要|立案.{0,6}(钱|能)/,
  ],
  [
    'posing',
    /工作证|营业执照|(你们|你家|青屿|官方|正规).{0,6}(公司|的人|员工|客服|平台)的?|(给|让)我看了?.{0,6}(证|合同|执照)/,
  ],
  ['sent', /(转|汇|打|付|给)(过去|出去)?了.{0,8}|已经(转|汇|打|付|给)|(转|汇)(过去|出去)/],
  [
    'steps',
    /(怎么办|咋办|咋整|怎么才好)(啊|呀|呢)*$|一步一步|(怎么|咋)(做|弄|办|处理|整).{0,6}(说|讲|教)|^(那|那么|现在|接下来|然后|请问|我|到底|该|要|应该|可以|能|得|先)*(咋弄|怎么弄|怎么做|做什么|干什么|干啥|做啥|怎么处理|呢)(啊|呀|呢)*$/,
  ],
];

/** 「国债怎么买」 in between is another matter, unless somebody else is behind it. */
const ELSEWHERE = /基金|理财|国债|保险|存款|存单|申购|赎回|定投/;
const SOMEBODY = /骗|对方|[他她]|群|老师|客服|警/;

/** Whoever has not, or only was asked to, has not done it. */
const NOT_DONE = /没(有)?(转|汇|打|付|给|装|下载|告诉|共享)|还没|不(转|给|装)|差点/;
const DONE_ONLY: readonly FraudNews[] = ['sent'];

const MOST_NEWS = 2;

/** What folded words tell of a fraud under way; null: nothing we know a step for. */
export function fraudNewsIn(folded: string, state: ConversationState): Command | null {
  if (!isBeingCheated(state) || (ELSEWHERE.test(folded) && !SOMEBODY.test(folded))) return null;
  const isAsked = state.flow?.name === 'fraud';
  const news = NEWS.filter(([, words]) => words.test(folded))
    .map(([name]) => name)
    // While we ask whether money has left, that answer is the flow's.
    .filter((name) => !DONE_ONLY.includes(name) || !(isAsked || NOT_DONE.test(folded)));
  if (news.length === 0) return null;
  return { do: 'emergency', kind: 'fraud', news: news.slice(0, MOST_NEWS) };
}
