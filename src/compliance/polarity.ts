import type { Utterance } from './utterance.js';

/**
 * 极性: whether the words before a claim take it back. Negations are counted and an even number
 * leaves the claim standing: 不保本 (1) is a disclosure, 没有不保本的 (2) is a promise.
 */
export function isNegated(utterance: Utterance, clause: number, at: number): boolean {
  const window = utterance.folded.text.slice(windowStart(utterance, clause), at);
  // 不保本、不保息: each item of a list has its own 不.
  const item = window.slice(window.lastIndexOf('、') + 1);
  return (countNegations(item) || countNegations(window)) % 2 === 1;
}

/** Words with a negative character that negate nothing that follows. */
const IDLE =
  /不得不(?=说|承认|夸|服)|不(?:但|仅|光|只|单|止|错|同|少|断|管|论|过|久|足|满|愧|妨|急|慌|怕|愁|忙|限|收|费|花|禁|由得|瞒您说|夸张|算|用说|假思索|含糊|折不扣)|不(?:用|必|需|要|需要)(?:再|太)?(?:担心|操心|犹豫|多想|怀疑|纠结|考虑|怕|急|慌|愁|花|费|管)|不到(?=[\d一二三四五六七八九十半几])|不(?:低|少|高|多|晚|早)于|不超过|不就是?|还不是|可不是(?!没|不)|岂不是?|无论|无须|无需|无忧|无疑|无非|无不|毫不夸张|没有之一|没有?比[^,。]{1,8}更|非常|非但|除非|没错|没问题|没毛病|别人|别家|别的|别处|特别|区别|分别|个别|级别|类别|性别|未来|未婚|莫名|差别|说不定|了不起|对不起|不好意思|不瞒|没话说|没得说|无与伦比|莫过于|no ?wonder|no ?doubt|no ?problem|not only|no matter|no\.(?=\d)/g;

/** Verbs of denial and duty; they reach across 就 and 都. */
const FAR =
  '不等[于同]|不代表|不意味着?|不是说|不表示|不说明|不表明|不构成|不属于|不应当?|不能|不可能|不可以?|不得|不允许|不承诺|不保证|不提供|不存在|不具[有备]|不一定|不见得|未必|并非|绝非|决非|从来不|从不|从未|绝不|决不|并不是?|不是|无法|难以|没法|没有办法|没办法|没人能?|没有人能?|没有?谁能?|禁止|严禁|拒绝|杜绝|避免|防止|谨防|警惕|打破|取消|否认|推翻|不再|未曾|请勿|切勿|不要|不该|不建议|不赞成|不支持|反对|≠|!=|很难|难保|告别|冒充|假装|(?:怎么|哪|哪里|岂|何)(?:会|可能|能|敢|有)|难道|谁说|谁(?:敢|能)|(?<![a-z])no(?![a-z])|cannot|can ?not|never|neither|nor|without|not|n.t(?= )|isn.t|aren.t|doesn.t|don.t|won.t|can.t';
const NEAR = '没有|没|不会|不|无|未|非|别|勿|莫|(?<![a-z])non(?=[- ])';
const NEGATION = new RegExp(`(${FAR})|(?:${NEAR})`, 'g');

/** Between a plain 不 and the claim, these start a new predicate: 不卖就保本 denies the sale only. */
const BARRIER =
  /[就便则却]|而且|并且|还[是能会有]?(?!本|款|息)|但|可是|不过|反而|而是|只是|又|同样|照样|也能|也会|仍/;
const FAR_BARRIER = /但|可是|不过|反而|而是|却|只是|照样|仍然?/;
const NEAR_REACH = 14;
const FAR_REACH = 26;

export function countNegations(window: string): number {
  const words = window.replace(IDLE, (idle) => '□'.repeat(idle.length));
  let count = 0;
  for (const match of words.matchAll(NEGATION)) {
    const between = words.slice(match.index + match[0].length);
    const isFar = match[1] !== undefined;
    if (between.length > (isFar ? FAR_REACH : NEAR_REACH)) continue;
    if ((isFar ? FAR_BARRIER : BARRIER).test(between)) continue;
    count += 1;
  }
  return count;
}

const CONTINUES = /^\s*(?:或者?|以及|及(?!时)|和|与|还是|or |nor )/;
const OPENS_LIST =
  /(?:不(?:承诺|保证|代表|等于|意味着|包括|提供|得|能|会)|禁止|严禁|并非|不是)[^,。;:!?]{0,6}$/;

/** A clause that goes on with 或、以及, or a list after 不得…: shares the negation before it. */
function windowStart(utterance: Utterance, clause: number): number {
  const { clauses, folded } = utterance;
  let first = clause;
  while (first > 0 && clause - first < 3) {
    const here = clauses[first]!;
    const before = clauses[first - 1]!;
    if (before.sentence !== here.sentence) break;
    const goesOn =
      (before.close === ',' && CONTINUES.test(folded.text.slice(here.start, here.end))) ||
      (before.close === ':' && OPENS_LIST.test(folded.text.slice(before.start, before.end)));
    if (!goesOn) break;
    first -= 1;
  }
  return clauses[first]!.start;
}

const TAKEN_BACK =
  /^[^。;!?\n]{0,10}?(?:是|都|也|均|早|已|根本|其实|这种|这类|这样)?(?:不可能|不存在|并?不成立|不属实|不准确|并?不对|不被允许|不允许|不合规|不合法|违规|违法|误导|误解|误区|谣言|骗|已经?(?:退出|转型|取消|打破|没有|不在|不再|停|成为历史)|做不到|不能(?:说|承诺|保证|用|算|信|写|当真)|不可以?(?:说|承诺|信|用)|无效|说不得|如今买不到|买不到|没有依据|不要?(?:轻)?信|别信|勿信|没有的事|保证不了|承诺不了|无从谈起|不敢说|≠|不等于|不是我们|并?不适用|不靠谱|靠不住|(?:市场|世)上(?:并)?没有|没有这[种样个]|没有的(?=$|[,。])|是假的|之说|一说|的时代(?:已|过去))/;

/** 「保本是不可能的」: the denial comes after the claim, in the same sentence. */
export const isTakenBack = (rest: string): boolean =>
  TAKEN_BACK.test(rest) || FORBIDDEN_AFTER.test(rest);

/** The verdict at the end of the sentence: 替您做测评、暗示怎么选，都不允许。 */
const FORBIDDEN_AFTER =
  /^[^。;!?\n]{0,24}(?:都?不允许|是?不合规|被禁止|法律?禁止|(?<!不|没有)违[规法反](?!约)|会被处分|别答应|别做(?=$|[,。])|我不做|我(?:已经?)?拒绝|不能作为|没有法律保障)/;
