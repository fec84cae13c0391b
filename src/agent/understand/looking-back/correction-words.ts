/** 纠正: the customer says that something else was meant, and mostly what. */

export interface Correction {
  /** What was meant, in the customer's words; null: only that it was not this. */
  readonly meant: string | null;
  /** What was not asked; null: not said. */
  readonly denied: string | null;
}

const SIGN = '[，,。！!；;：:\\s]';
/** Whoever asks for somebody at home says what they meant. */
const ONES_OWN = '(?:我妈|我爸|老伴|我|俺|咱)';

/** 「我问的是…」「我的意思是…」「我是说…」「我指的是…」 */
const MEANT = new RegExp(
  `(?:^|${SIGN})${ONES_OWN}?(?:就|只|明明|刚才|刚刚|前面|一直|现在)*(?:` +
    `(?:想)?(?:问|说|指|要|讲|想问|想知道|想说)(?:你|您)?的(?:就|一直|其实|只)?是(?!不是)` +
    `|(?:的)?意思(?:就)?是(?!不是|说你)|是(?:想)?(?:问|说|指)(?:你|您)?(?:的)?(?!不是))${SIGN}*(.{1,60})$`,
);
/** 「我问放满三年」「问你到账」 beside a denial: what is asked, without 「是」. */
const MEANT_BESIDE_DENIAL = new RegExp(
  `${SIGN}(?:我|俺|咱)?(?:就|只|是)*(?:要|想)?(?:问|说)(?:你|您|的)*(?:是)?${SIGN}*([^，,。！!]{2,40})`,
);
/** 「没问提前」「又没让你说费用」「不是问这个」 */
const DENIED =
  /(?:^|[，,。！!；;：:\s]|我|又|可|压根|根本)(?:没|没有|不是|谁)(?:在|要)?(?:问(?!题)|说(?!清|明|完|好|过)|让(?:你|您)(?:说|讲|查|算)|要(?:你|您)(?:说|讲)|想(?:问|知道|了解))(?:你|您|过)?的?(?:是)?([^，,。；;！!？?]{1,14})/;
/** 「别跟我说费用」 */
const WAVED_AWAY =
  /(?:别|不要|少)(?:再)?(?:跟|和|给)我?(?:再)?(?:说|讲|扯|提)([^，,。；;！!？?]{1,14})/;
/** 「不是，几天到」「不对，我要的是…」: a bare no, and what is meant after it. */
const NO_BUT = new RegExp(
  `^(?:不是|不对|错了|搞错了|弄错了|说错了)(?:了|啊|呀|吧|的)?${SIGN}+(.{2,40})$`,
);
/** 「不是定期，是存单」 */
const NOT_THIS_BUT = new RegExp(
  `^(?:我)?(?:说|问|要|指)?的?不是([^，,。]{1,14})${SIGN}+(?:我(?:说|问|要|指)的)?(?:而)?是(.{1,40})$`,
);

/** Nothing but that it was not understood. */
const NOT_UNDERSTOOD =
  /(你|您)(根本|压根|还是|又|好像|是不是)?(没|没有|不)(听|看|搞|弄|明白|理解)(懂|明白|清楚?|对)?(我)?(的)?(意思|话|问题|在(问|说)(什么|啥))?(吧|啊|呀|嘛|呢)?(?=$|[，,。])|(不是|没)(问|说|指)(你|您)?(的)?(这|那)(个|些|样)?|不是(这|那)个意思|(你|您)[^，。]{0,8}没(说|讲|答)(清楚?|明白|到点)|(你|您)?(搞|弄|听|理解|领会|会错)(错|反|岔|偏|意)了|(你|您)?(回答|答|说|讲|扯)的?(都|这|完全)?(不|没)(对题|在点|到点|是我(问|要|想)的)|文不对题|跑题|驴唇不对马嘴|不是我(要|问|想)的|问东答西|说(到|跑)?哪(儿|里)去了|(这|你)(说|答)的?(都)?是?(什么|啥)(跟|和)(什么|啥)/;
/** What follows a scolding says what is meant all the same. */
const AFTER_IT = new RegExp(
  `^.{0,16}?(?:懂|明白|清楚?|意思|错了?|岔了|题|这个|那个)${SIGN}+(.{3,40})$`,
);

/** A longer message tells a story: 「他说…，我说的是…」 is somebody else's talk. */
const MAX_LENGTH = 60;
/** 「他没听懂」 「客服说我问的是…」 */
const OF_OTHERS = /(他|她|经理|客服|柜台|柜员|人家|对方)[^，。]{0,6}(没|不|说|问)/;

/** 「你们不是说保本吗」 denies nothing: it wants to hear whether it was so. */
const REPROACHES = /不是(说|讲|告诉我|承诺|保证|答应)[^，。]{2,24}(吗|么|嘛)[?？]?$/;

/** Null: the words correct nothing we said. */
export function correctionIn(said: string): Correction | null {
  const text = said.trim().replace(/[。！!~]+$/, '');
  if ([...text].length > MAX_LENGTH || OF_OTHERS.test(text) || REPROACHES.test(text)) return null;
  const pair = NOT_THIS_BUT.exec(text);
  if (pair) return { denied: cleaned(pair[1]), meant: cleaned(pair[2]) };
  const denied = cleaned((DENIED.exec(text) ?? WAVED_AWAY.exec(text))?.[1]);
  const meant = meantIn(text, denied !== null);
  if (meant !== null || denied !== null) return { meant, denied };
  if (!NOT_UNDERSTOOD.test(text)) return null;
  return { meant: cleaned(AFTER_IT.exec(text)?.[1]), denied: null };
}

function meantIn(text: string, isDenied: boolean): string | null {
  const plain = MEANT.exec(text)?.[1] ?? NO_BUT.exec(text)?.[1];
  const beside = isDenied ? MEANT_BESIDE_DENIAL.exec(`，${text}`)?.[1] : undefined;
  const [first] = [plain, beside].filter((one) => one !== undefined && !DENIED.test(one));
  return cleaned(first);
}

/** Without 「不是定期」 behind it, and without what only points at what was said. */
function cleaned(words: string | undefined): string | null {
  const rest = (words ?? '')
    .replace(/[，,](我)?(可)?(没|不是|没有)(问|说)?.*$/, '')
    .replace(/^(这|那)(个|些|样|事儿?)(了|啊|呀|吧|嘛)?$/, '')
    .replace(/(了|啊|呀|嘛|啦|好不好|行不行)+$/, '')
    .trim();
  return rest === '' ? null : rest;
}
