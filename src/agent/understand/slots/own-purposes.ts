/** 别的用途: purposes that no list of ours names, kept in the customer's own few words: 「付货款」. */

/** Said anywhere, they are what the money is for. */
const NAMED =
  /(?:付|结|交|打|给)?货款|备货|(?:去|要|来|等着?|准备|用来|拿来)进货|(?:付|交|缴|结)(?:下个?月的?|一?年的?)?(?:房租|租金|工程款|材料款|工钱|保证金|定金|社保)|(?:要|得|给(?:工人|员工|大家)们?|准备|用来|等着?)发(?:工人|员工)?的?工资|发(?:工人|员工)的?工资|(?:当|做|作|是|为|放|存|留|成)(?:日常|平时的?)?生活费|生活费(?=(?:随时|要)?[用花])|日常(?:的)?(?:开销|花销|开支|生活费)|(?:资金|经营|生意|厂里?|公司|店里?|工程)的?周转|周转(?=用|一下|资金)/;
/** What it may be only where the purpose was asked for. */
const ASKED_FOR =
  /进货|发工资|生活费|家用|开销|周转|房租|工资|货款|看病|住院|手术|搬家|开店|盘店|创业|做生意|买设备|买手机|买电脑|买家电|生孩子|坐月子|过年|办酒|红包|礼金/;

const LEAD =
  /^(?:这(?:笔|个|些)?|那笔|钱|我|就|是|都|主要|打算|准备|想|要|其实|说了|跟你说了|还是|嗯|哦|，|,|\s)*/;
/** 「…用的」 「用来…」: says itself that it is a purpose. */
const SAYS_FOR =
  /^(?:用来|拿来|用于|用在|留着|为了)(.{2,10}?)(?:用|花|的|吧|啊|呀|呢|了)*$|^(.{2,10}?)(?:用|花)(?:的|吧|啊|呀|呢)*$/;
const NO_PURPOSE =
  /不|没|吗|什么|啥|怎|哪|谁|你|您|别|问|随时|时候|再|年|月|天|周|礼拜|先|急|该|慢慢|马上|都|随便|大概|可能|一直/;
const TAIL = /(?:的钱|用|花|的|吧|啊|呀|呢|了|嘛)+$/;
const HAN = /^[\u4e00-\u9fff]{2,10}$/;

/** Null: no purpose is named that is not on the list. */
export function ownPurpose(folded: string, isAsked: boolean): string | null {
  const named = NAMED.exec(folded)?.[0];
  if (named)
    return named.replace(/^(?:去|要|来|等着?|准备|用来|拿来|当|做|作|是|为|放|存|留|成|得)/, '');
  if (!isAsked) return null;
  if (/^.{0,3}(?:平时|平常|日常)/.test(folded)) return '日常开销';
  const [clause = ''] = folded.split(/[，,。！!；;？?\n]/).filter((one) => one.trim() !== '');
  const bare = folded.replace(LEAD, '').replace(/[。！!~\s]+$/, '');
  const found = SAYS_FOR.exec(bare);
  const said = found?.[1] ?? found?.[2] ?? '';
  if (HAN.test(said) && !NO_PURPOSE.test(said)) return said;
  return NO_PURPOSE.test(clause) ? null : (ASKED_FOR.exec(folded)?.[0] ?? null);
}

/** 「用途改成日常生活费」: whatever few words stand there. */
export function purposeAsNamed(value: string): string | null {
  const bare = value.trim().replace(LEAD, '').replace(TAIL, '');
  return HAN.test(bare) && !/[吗呢]|什么|怎么|哪/.test(bare) ? bare : null;
}
