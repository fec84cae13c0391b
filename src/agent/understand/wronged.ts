import { normalize } from '../../language/fold.js';
import { isQuestion } from './question-words.js';

/** 觉得被骗了: what was said when it was sold, and anger at whoever sold it. */

/** 「你们就是骗子」 「被你们坑了」: at us, and no question of fact. */
const ACCUSES =
  /(你们|你家|这家|贵行)(这(帮|群|些)人)?(就|都|全|真|简直|分明)*是.{0,4}(骗子|骗人|诈骗|黑心|黑店|坑人|忽悠)|(被|让)(你们|贵行|银行|经理|柜台|他们)(这(帮|群|些)人)?(给)?(骗|坑|忽悠|耍|误导)|(你们|银行|经理|柜台|业务员).{0,6}(坑|骗|忽悠|误导|糊弄)(了)?(我|老人|老百姓|老太|老头|人)|当初(就|还|不)?是(你们?|您们?)(非|硬|一直)?(让|叫|劝|推荐|忽悠|催)(着|给)?我(买|投|换|赎|存)/;

/** 「我儿子说你们骗老人钱」: somebody else's word about us. */
const WARNED_OF_US =
  /(说|讲|觉得|怕|怀疑|认为)(是)?(你们|你家|这家|贵行|银行)[^，。！？!?]{0,8}(骗|坑|忽悠|不靠谱|不可靠|信不过|不能信|假的)/;
const WHO_WARNS =
  /(儿子|女儿|闺女|孩子|儿女|儿媳|女婿|老公|老婆|老伴|媳妇|爱人|爸|妈|哥|姐|弟|妹|亲戚|朋友|邻居|同事|家里?人|人家|别人|有人|大家|网上|他|她)们?[^。！？!?]{0,16}$/;
/** Where a cheat may be at work beside it. */
const NEARS_A_TRICK =
  /转账|转了|汇了|打(了)?款|验证码|链接|屏幕|自称|冒充|电话里|对方|老师|群里|平台|安全账户|被(人)?骗/;

/** Whether somebody warned the customer of us: no alarm, and no wrong done yet; they want to know whether to trust us. */
export function isWarnedOff(text: string): boolean {
  const folded = normalize(text).text.replace(/\s/g, '');
  const warned = WARNED_OF_US.exec(folded);
  return (
    warned !== null && WHO_WARNS.test(folded.slice(0, warned.index)) && !NEARS_A_TRICK.test(folded)
  );
}

const BACK_THEN =
  /当初|当时|那时|那会儿|(买|卖|签|办|推荐|介绍)(给我)?的时候|去年|前年|前几年|之前|早先|说好的|答应好的/;
/** What should never have been said of it. */
const PROMISED =
  /(说|讲|保证|告诉|承诺|答应|介绍|忽悠|是).{0,14}(存款(一样|差不多)?|保本|不会?亏|没(有|啥)?风险|零风险|稳(赚|当|健|稳|得很|的)|随时(都)?(能|可以)?取|(能|可以)(随时)?取|利息.{0,3}高|高(利|收益)|肯定(涨|赚|没事)|包赚)/;

/** 「我是C3怎么卖给我R5的」 「我没做过测评，怎么卖的」: sold what should not have been. */
const SOLD_ABOVE =
  /(就|根本|本来|当初|当时|压根)(就)?(不该|不应该?|不应当)(把)?(它|这个?|那个?)?(产品|基金|理财)?(卖|推荐?)给?了?(我|俺)|(?<![a-z0-9])c[1-5](?!\d).{0,8}(怎么|为什么|为啥|凭什么|凭啥|咋|居然|竟然|却|还)?(会|能|敢)?(就)?(卖|推荐?)(给|了)?(我|俺).{0,4}r[1-5]|(怎么|为什么|为啥|凭什么|凭啥|咋|居然|竟然)(会|能|敢|就)?(把)?(r[1-5]|高风险).{0,4}(卖|推荐?)给?(我|俺)|(我|俺)(的)?(没|没有|从没|从来没)(做|填|答)过(这个|这份|什么)?(风险)?(测评|问卷)/;

/** 「我没做过测评，能先买点货币基金吗」: nothing was bought yet. */
const WOULD_BUY =
  /(能|可以|可否|能否|想|打算|准备)(不能|不可以|否)?(先|直接|现在|今天|也)?(买|申购|投|认购)/;

/** 「你们卖的时候可没说会亏这么多」 */
const NOT_TOLD =
  /(卖|买|推荐|介绍|签|办)(给我)?的(时候|那会儿?)[^，。]{0,6}(没|没有|从没|从来没|不)(人)?(跟我|给我|和我)?(说|讲|提|告诉)(过|我)?[^，。]{0,10}(亏|跌|赔|风险|取不|不保本|收费)/;

const isSoldAbove = (folded: string): boolean => SOLD_ABOVE.test(folded) && !WOULD_BUY.test(folded);

/** Whether the customer says that what was sold to them did not fit their class, or was sold without a test. */
export const isMisSold = (text: string): boolean =>
  isSoldAbove(normalize(text).text.replace(/[\s，。！？!?,.、~]/g, ''));

/** 「你们这不是坑人吗」 asks nothing. */
const RHETORICAL =
  /(你们|你家|贵行|银行)[^，。是]{0,3}(不就?是|不算是?|难道不是|岂不是)[^，。]{0,4}(坑|骗|忽悠|糊弄|欺负|误导|耍)/;

const ASKS_FACT = /是不是|会不会是|不会是|真的吗|靠谱|能信|可信|吗[?？]*$/;

/** Whether words say that the customer was wronged by us, or was told what is not so. */
export function isWronged(text: string): boolean {
  const folded = normalize(text).text.replace(/[\s，。！？!?,.、~]/g, '');
  if (isSoldAbove(folded) || RHETORICAL.test(folded)) return true;
  if (ASKS_FACT.test(folded) || isWarnedOff(text)) return false;
  return (
    NOT_TOLD.test(folded) ||
    ACCUSES.test(folded) ||
    (BACK_THEN.test(folded) && PROMISED.test(folded))
  );
}

const STAFF =
  '(经理|员工|柜员|柜台|销售|业务员|理财师|客服|工作人员|卖的人|网点的?人|小(伙子?|姑娘)|[小老](?![伴公婆爸妈头太])[一-鿿](?=答应|许诺|承诺|保证|跟|和|给|对|说|当)|他|她)';
const PROMISES = '(说|讲|答应|保证|承诺|许诺|拍着?胸脯|拍着?胸口|打包票|打保票)';
const REPORTED = new RegExp(
  `${STAFF}(们)?[^，。]{0,8}${PROMISES}|(答应|许诺|承诺|保证)(过|了)(我|我们|我妈|我爸|俺)?|(当初|当时|之前)[^，。]{0,10}(答应|许诺|承诺|保证)`,
);
/** 「让你们经理给我保证不亏」 wants it of us. */
const DEMANDED = new RegExp(
  `(让|叫|请|喊|要)[^，。]{0,6}${STAFF}|(能不能|敢不敢|可不可以|能否)[^，。]{0,10}${PROMISES}|${PROMISES}[^，。]{0,6}(行不行|行吗|可以吗|好不好|敢不敢)`,
);

/** 「网点的小伙子答应亏了他自己贴」: what somebody promised, told of them and not asked of us. */
export function isPromiseReported(text: string): boolean {
  const folded = normalize(text).text.replace(/\s/g, '');
  return REPORTED.test(folded) && !DEMANDED.test(folded);
}

const OF_GAIN = /年化|个点|收益|利息|保本|保底|不(会)?亏|不赔|稳赚|包赚|补(给|上|齐)?|贴钱?|兜/;
const WRITTEN = /白纸黑字|[写签](了|过|给|在)?|条子|字条|字据|承诺书|保证书|协议|盖(了)?章/;

/** What such a promise is worth, by the handbook's own titles; null: nobody asks it of one. */
export function promiseAsked(text: string): string | null {
  const folded = normalize(text).text.replace(/\s/g, '');
  if (!isPromiseReported(text) || !OF_GAIN.test(folded) || !isQuestion(text)) return null;
  return WRITTEN.test(folded)
    ? '员工写了保本的字条或承诺书，有用吗？'
    : '员工口头许诺的收益，算数吗？';
}
