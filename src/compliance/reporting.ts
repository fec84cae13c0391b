import type { Utterance } from './utterance.js';

/** A match in folded text and what stands around it. */
interface Place {
  readonly before: string;
  readonly clause: string;
  readonly clauseBefore: string;
  readonly after: string;
  readonly sentence: string;
  readonly withNext: string;
  readonly withNeighbours: string;
}

/** 转述与示警: the words are somebody else's and we name them in order to warn or report. */
export function isReported(
  utterance: Utterance,
  clause: number,
  start: number,
  end: number,
  accuses = false,
): boolean {
  const { text } = utterance.folded;
  const place = placeOf(utterance, clause, start, end);
  if (ENDORSES.test(place.after)) return false;
  if (isFiled(place)) return true;
  if (isQuoted(text, start, end)) return isQuotedToWarn(text.slice(end, end + 40), place);
  return (
    isProhibited(text.slice(Math.max(0, start - 400), start), place) ||
    isToldOfOthers(place, accuses)
  );
}

function placeOf(utterance: Utterance, clause: number, start: number, end: number): Place {
  const { clauses, sentences, folded } = utterance;
  const { text } = folded;
  const here = clauses[clause]!;
  const own = sentences[here.sentence]!;
  const nextEnd = sentences[here.sentence + 1]?.end ?? text.length;
  return {
    before: text.slice(own.start, start),
    clause: text.slice(here.start, here.end),
    clauseBefore: text.slice(here.start, start),
    after: text.slice(end, nextEnd),
    sentence: text.slice(own.start, own.end),
    withNext: text.slice(own.start, nextEnd),
    withNeighbours: text.slice(sentences[here.sentence - 1]?.start ?? 0, nextEnd),
  };
}

const isQuotedToWarn = (following: string, place: Place): boolean =>
  MENTIONS.test(following) || warns(place.withNeighbours) || REPORTS.test(place.withNeighbours);

const isFiled = ({ before, sentence }: Place): boolean => SEEN.test(before) && FILED.test(sentence);

const isProhibited = (preceding: string, { before }: Place): boolean =>
  LISTS_WRONGS.test(preceding) || PROHIBITS.test(before);

/** Somebody says it, or wishes it, and we say that it is wrong; or the whole sentence is a warning. */
function isToldOfOthers(
  { before, clause, clauseBefore, sentence, withNext }: Place,
  accuses: boolean,
): boolean {
  if (APPROACHED.test(before) && ADVISES.test(withNext)) return true;
  if (WANTS.test(before) && /[不没无]/.test(sentence.slice(before.length))) return true;
  if (HEARS.test(clauseBefore)) return true;
  if (accuses) return false;
  if (warns(clause)) return true;
  if (ATTRIBUTES.test(before) && warns(withNext)) return true;
  return warns(sentence) && !OURS.test(clause) && !BOASTS.test(sentence);
}

/** 没有套路: what is denied warns of nothing, it recommends. */
const DENIED = '(?<![不没无][^,。;!?信能可该应许准说讲写发]{0,4})';
const WARNING = new RegExp(
  `${DENIED}(?:骗|诈|话术|套路|陷阱|警惕|防范|举报|违[规法]|红线|误导|误区|误解|谣言)|当心(?![意里中上])|谨防|提防|不合规|禁用|(?:别|不要|勿|切勿|不可)(?:轻)?(?:易)?(?:相)?信|靠不住|所谓的?|自称|号称|声称|冒充|打着(?!灯笼)|不是我们(?:的|说)|(?:不能|不可以?|不许|不准|不该|不应)(?:这么|这样|再)?(?:说|讲|写|用|发|出现)|(?<!正)反面|挂断|拉黑|报警|别理|远离|千万别(?:跟|信|转|点|听)|scam|fraud|beware|misleading`,
);
/**
 * 您自称保守，这款…: how the customers describe themselves warns of no promise beside it. What a customer
 * is said to claim within one clause (客户声称能保本) is still told of somebody else.
 */
const SELF_PORTRAIT =
  /(?:您|你)(?:自己|也|总|老|一直|向来|一向|常常?|平时|刚才|之前){0,2}(?:自称|号称|声称|自诩)|客户(?:自己|也|总|一直|向来|一向|刚才|之前){0,2}(?:自称|号称|声称|自诩)(?=[^,。;!?]*,)|(?:您|你|客户)(?:自己|也)?(?:总|老|一直|向来|一向|平时|这么|那么)(?:在)?(?:提防|谨防|警惕|防范)/g;
/** 我们防范风险、违规的事不做: told of oneself, it is no warning either. */
const BOASTS =
  /(?:我们?|咱们?|本行|我[行司]|公司|团队)(?!国)[^,。;!?提请建]{0,8}(?:防范|警惕)|(?:违[规法]|骗人|误导|坑人)的?(?:事|话|勾当)[^,。;!?]{0,4}[不没](?:做|干|搞|会|碰)/;
/** 退回修改: done to what somebody has written. Money is given back, and products leave the shelf, too. */
const SENT_BACK = /退回|整改|下架|通报/;
const WRITTEN = /文案|宣传|海报|广告|材料|稿|说法|字样|用语|写|说|这种[话词]|[“「]/;
const warns = (text: string): boolean =>
  WARNING.test(text.replace(SELF_PORTRAIT, '')) || (SENT_BACK.test(text) && WRITTEN.test(text));
const REPORTS =
  /登记|留底|留存|拍照|截图|海报|群里|广告|文案|合规|反馈|上报|报备|质检|听到|看到|外面|别家|同行|朋友圈里|严重问题|请修|请改|核实|投诉|反映/;
const ENDORSES =
  /所以(?:您|你|咱)|大胆|放心(?:买|投|持|入|跟|吧)|说得(?:对|没错)|确实如此|信我|没骗您|属实|千真万确|我也(?:这么)?(?:觉得|认为)|一点不假|名副其实/;
const MENTIONS =
  /^[^,。]{0,3}[”"」』’]?(?:[、和或][“"「][^”"」]{1,8}[”"」]){0,4}(?:等?用语|二字|两个字|几个字|四个字|一词|字样|的意思|是指|指的是|这(?:个|种|类)?(?:词|说法|话|字眼)|的说法|的字眼)/;
const ATTRIBUTES =
  /有人|他人|别人|对方|骗子|老师|群里|群友|广告|看到|听到|听说|网上|宣传|凡是|任何|谁(?:说|跟|对|向|要是)|如果|假如|要是|一旦|遇到|碰到|说法|宣称|标榜|字样|称|“/;
const HEARS =
  /(?:您|你)(?:刚才|之前|刚刚)?(?:说|问|提到|听说|担心|以为|认为|觉得|想问|关心)(?:的|到)?(?!得对)|(?<!老)客户(?:把它|反映|投诉|询问|问|称|说|以为|误以为)/;
/** 您要的是绝对安全，这款不合适: a wish that we turn down. */
const WANTS =
  /(?:您|你|客户)(?:想)?(?:要(?!是)|找|追求|看重|在意|需要|希望)的?(?:是)?[^,。;!?]{0,6}$/;
/** 有人劝您退旧换新，请先核实: what others do to the customer, and what the customer had better do. */
const APPROACHED =
  /(?:有人|谁|对方|他人|别人|业务员|销售(?:人员)?|客户经理|经理|顾问|代理人|员工|中介)[^,。;!?]{0,8}(?:劝|让|说|叫|催|教|要求?|给|跟|告诉|私下|拿|以|用|靠|借|拉|答应|保证|帮|替|代)|答应|如果在|假如收到|(?:接|收|看|听)到|^说/;
const ADVISES =
  /请(?:您)?(?:先|马上|立即|立刻|不要|别|勿|告诉我们|保[存留]|留下|拒绝|小心|当心|核实|想想|投诉|挂断)|(?:可以|应当?)(?:向|找|投诉|举报|拒绝)|对您也|别(?:信|理|答应|转|急)|先(?:想想|核实)|告诉我们|多半(?:是|不)|都是/;
/** 有同业返点，我已上报: seen somewhere and filed. */
const SEEN =
  /有人|同事|同业|群里|群中|外面|看到|发现|抓到|(?<!老)客户(?:要|说|发|想|把|让|问)|培训题|测试|材料里|宣传稿/;
const FILED =
  /(?:已(?:经)?|我)(?:上报|登记|提醒|退回|举报|拒绝|撤)|报(?:给)?了?合规|发(?:给)?合规|报了|(?:截图|截屏|拍照)[^,。]{0,6}(?:报|给|发|留)|请(?:核实|登记|处理)|麻烦登记|违规话术|应当拦截|已?要求(?:删|改)|让(?:他们?|她们?)(?:把[^,。]{0,8})?(?:删|撤|改)|撤回|我(?:没(?:有)?(?:接|答应|给|同意|附和)|(?:说|答)(?:没有|不))|劝住|请(?:他|她)(?:们)?(?:不要|别|自己|本人|亲自|撤)/;
const PROHIBITS =
  /(?:不得(?!不)|禁止|严禁|不允许|不准|不可以|不应)[^。!?\n]{0,10}(?:承诺|宣传|宣称|使用|明示|暗示|出现|作出|含有|有下列|说|讲|写|表述|保证|以)|(?:不能|不可以?)[^。,;!?\n]{0,14}(?:明示|暗示|明说|宣称|宣传|打包票)/;
/** 不得有下列行为：… the items of a prohibition, over line breaks. */
const LISTS_WRONGS =
  /(?:不得|禁止|严禁|不准)[^。!?\n]{0,20}(?:下列|以下|如下)[^。!?\n]{0,14}:[^。!?]{0,360}$/;
const OURS = /我们?(?!国)|咱|本(?:产品|行|公司|基金)|这[款只个支期]|该产品|您放心|我行|我司/;

const PAIRS = ['“”', '「」', '『』', '‘’', '""', '《》'];

function isQuoted(text: string, start: number, end: number): boolean {
  return PAIRS.some((pair) => {
    const open = text.lastIndexOf(pair[0]!, start - 1);
    if (open < 0 || start - open > 60) return false;
    if (pair[0] !== pair[1]) {
      const closed = text.indexOf(pair[1]!, open + 1);
      return closed >= end;
    }
    const marks = text.slice(0, start).split('"').length - 1;
    return marks % 2 === 1 && text.indexOf('"', end) >= 0;
  });
}
