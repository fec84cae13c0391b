import { normalize } from '../../language/fold.js';
import type { Buyer } from '../../terms/command.js';
import { investsBorrowed } from './borrowed-money.js';
import { isQuestion } from './question-words.js';

/** 「我妈退休了适合买不」 「我能买青屿优质治理吗」: whether a product suits somebody, who is said. */

const SUITS = /适不?适合|合不?合适|(?<!不)(适合|合适)|符不?符合|匹不?匹配|配不配/;
const MAY_BUY =
  /(能|可以|可)不?(能|可以)?(买|投|入手|碰|上车)[^，。]{0,14}?(吗|么|不|嘛|没|[?？]|$)|能不能买|买得了|敢买|该不该买|要不要买/;
/** 「你们让不让他买」 「准不准卖给老人」 「会卖给我妈吗」: whether somebody is let; who lets, is we. */
const IS_LET =
  /(让不让|准不准|许不许|肯不肯|给不给|让不|允不允许)[^，。]{0,6}(买|投|入手)|(让不让|准不准|许不许|肯不肯|能不能|可不可以|会不会)卖给?|卖不卖给?|(准|准许|允许|许可|肯|能|可以|会|敢)卖给[^，。]{0,6}(吗|么|不|嘛|没|[?？])|((你们|贵行|银行|你家)(还|也|会|能|肯|到底)*让|准许?|允许)[^，。不]{0,6}(买|投|入手)[^，。]{0,8}(吗|么|不|嘛|没|[?？])/;
const SOMEBODY =
  /我(爸|妈|爷|奶|姥|外|婆|公|丈|岳|儿|女|孩|媳|家|老|这|是|一个|属于|本人)|爸妈|父母|老人|老年|退休|岁|[一-鿿]{2}型|(?<![a-z0-9])c\s*[1-5]|新手|小白|学生|宝妈|上班族/;
const MYSELF =
  /(适合|合适|符合|匹配).{0,2}我|我.{0,4}(适合|合适|匹配|配不配)|对我(来说|而言)[^。]{0,12}(适合|合适)/;
/** 「我现在能不能买安鑫纯债」: whether I may, not how much or how. */
const MAY_I =
  /(?<![给替帮])我(现在|目前|这样|这种|还|到底|究竟)*(能不能|可不可以|能|可以|有没有资格|有资格|够不够格|够格)(再)?(买|投|申购|认购|入手|碰|上车)(?!多少|几|点?(什么|啥)|哪)|我(买得了|够格买|够不够格买)|我(现在|这样|还|到底)*(够不够格|够格|够不够条件|够条件|有没有资格)(买|投)?(不|吗|么|没|嘛|[?？])?$|我[^。]{0,12}(随便|直接|放心)(就)?(能|可以)?买(的|了)*(吧|吗|么)/;
/** 「我上个月失业了，能买纯债A吗」: told of oneself, and asked for oneself. */
const MAY_I_AFTER_ALL =
  /^我(?!妈|爸|家|老|朋|同|儿|女|孩)[^，,。？?]{1,14}了[，,]?(那|现在|目前|还)*(能不能|可不可以|能|可以)(再)?(买|投(?!诉)|申购|认购|入手)(?!多少|几|点?(什么|啥)|哪)/;
/** 「那到底能不能买」 of what was just spoken of. */
const BARE_MAY =
  /^(那|所以|到底|究竟|现在|它|这只?|就|也)*(能不能|可不可以|能|可以|可)(买|投|入手|申购)(了|它|这只?)?(吗|么|嘛|不|没|[?？])*$/;
/** 「适合什么人」 「适合多久不用的钱」 ask what a product is for. */
const WHAT_FOR = /(适合|合适)(于|放|买)?(什么|啥|哪|怎样|多久|多长)/;

/** 「这个 风险 怎样 我 老人」: who one is, beside a question after the risk, asks whether it is for one. */
const WITH_WHO_I_AM =
  /(风险|安全)(怎样|怎么样|大不大|大吗|高不高|高吗|如何|吗|不)?(我|俺)是?(个)?(老人|老年人|退休|学生|新手|小白)|(我|俺)是?(个)?(老人|老年人|退休的?|学生|新手|小白)[，,]?(这个?|它)?(的)?(风险|安全)/;

/** 「我C几才能买沪深300那只」 */
const WHICH_CLASS =
  /(?<![a-z0-9])(c\s*几|什么等级|几级|哪一?级|多高的?等级)[^，。]{0,4}(才)?(能|可以|够)买|(要|得|需要)(是)?(c\s*几|什么等级|多高的?等级)[^，。]{0,4}(才)?(能|可以|够)?买/;

export function asksWhetherItSuits(text: string): boolean {
  const folded = plain(text);
  if (WHAT_FOR.test(folded)) return false;
  if (MYSELF.test(folded) || MAY_I.test(folded) || BARE_MAY.test(folded)) return true;
  if (MAY_I_AFTER_ALL.test(folded)) return true;
  if (WITH_WHO_I_AM.test(folded) || WHICH_CLASS.test(folded)) return true;
  if (IS_LET.test(folded)) return SOMEBODY.test(folded) || ANYONE.test(folded);
  return SOMEBODY.test(folded) && (SUITS.test(folded) || MAY_BUY.test(folded));
}

const ANYONE = /[我俺咱他她]/;

const TO_BUY = '(买|投|申购|认购|入手|碰|上车)';
const WHETHER = '(能不能|可不可以|可否|能否|能|可以)';
const FIRST = '(请问|那|现在|目前|今天|还|这会儿|到底|究竟|我们?|也|直接)*';
const IF_SO = '(了|一点|点|些)?(吗|么|嘛|不|没|啊|呀)*[?？]?';
/** 「能买安鑫纯债A吗」 「安鑫纯债能不能买」; `{product}` stands for its name. */
const MAY_BUY_NAMED = new RegExp(
  `^${FIRST}${WHETHER}(再)?${TO_BUY}(点|一点|些)?(?:\\{product\\})(这只|这个|这款)?(基金|产品|理财)?${IF_SO}$|` +
    `^${FIRST}(?:\\{product\\})(这只|这个|这款)?(基金|产品|理财)?[，,]?${FIRST}${WHETHER}(再)?${TO_BUY}${IF_SO}$`,
);

/** Whether one that is named may be bought, which is asked for oneself unless somebody else is said. */
export const asksToBuyNamed = (masked: string): boolean => {
  const said = masked.replace(/[\s。！!]/g, '');
  return MAY_BUY_NAMED.test(said) && /不|否|[吗么嘛没?？]/.test(said.replace('{product}', ''));
};

/** 「超了我也要买，我自己负责」 「我就要买它」: to have it all the same. */
const INSISTS =
  /(我|俺)?(就|偏|非|执意|坚持|一定|硬)(是)?(要|得|想)?(买|申购|认购|投)(?!房|车|辆|学区|.{0,4}(多少|哪|什么|啥))|非买不可|^(那|我)*就(要|选)(它|[这那]个|[这那][只款])(?!吗)|(超了?|不合适|不匹配|不够|签字|亏了?|后果)[^，。]{0,8}(我)?(也|都)(要|想|得)买|(我)?(还是|仍然|依然)(要|想)买|要买[^。]{0,10}(我|自己|后果|风险)[^。]{0,6}(负责|承担|自负|认)/;

/** 「风险我自己扛」 「超风险我也认了」 「签字画押都行」: what it may cost is taken on oneself. */
const TAKES_ON =
  /(风险|后果|亏|赔|损失|责任|出事|套牢|跌)[^，。]{0,6}(我|自己|本人|自个)[^，。]{0,4}(扛|担|认|负责|负|背|兜|受|顶)|(我|自己|本人)(自己|来|也|都|会|愿意|愿|全)*(扛|承担|担着|认了?|负责|背|兜着?)(了|着|下来)?([^，。]{0,4}(风险|后果|亏|损失))?$|(超|高|过)(了|过|出)?(风险|等级|级)[^，。]{0,6}(认|接受|愿意|无所谓|不怕|不在乎|没关系|没事)|超就超|认栽|(出了?事|亏了?|后果|责任|风险)[^，。]{0,3}算我的|(签(字|名)?|画押|按手印|写保证(书)?|写承诺(书)?|立字据)[^，。]{0,6}(都|也)?(行|可以|愿意|没问题|成|好|签|认|给你们?)/;
/** … and to have it bought all the same, or to want it and no other. */
const WANTS_IT =
  /(给|帮|替)我(买|办|下单|申购|认购|入手|上车|投|整|弄|开通?)(?!个顾问|人工)|(?<![不没])(就|偏|非|只|硬|一定|还是|照样)(是)?(要|想)(?!求|问|看|知道|了解)|照(样|旧)(要|买)|直接(买|下单|办)|^(就|那)?(给我)?办(了)?吧?$|(?<=[，,。])(就|那|快)?(给我)?办(了)?吧?$|(?<![不没])(要|想)(买|申购|认购)/;

/** Whether clauses take the risk on themselves, and want it bought. */
const insistsKnowing = (folded: string): boolean =>
  WANTS_IT.test(folded) && folded.split(/[，,。！!；;]/).some((clause) => TAKES_ON.test(clause));

/**
 * How the customer asks for themselves; null: not at all, or for somebody else, whose class nobody here
 * knows and theirs is not.
 */
export function buyerIn(text: string): Buyer | null {
  const folded = plain(text);
  if (speaksOfOthers(text)) return null;
  if (BUYS.test(folded) && investsBorrowed(text, true)) return 'borrower';
  if (INSISTS.test(folded) || insistsKnowing(folded)) return 'insistent';
  return asksWhetherItSuits(text) && !isOfAGroup(folded) ? 'self' : null;
}

const BUYS = /买|投(?!诉)|申购|认购|入手|放/;

/** 「我想买点安鑫纯债」, and nothing asked: whether it suits is what must be said. */
export const wishesToBuy = (text: string): boolean =>
  WISHES_TO_BUY.test(plain(text)) &&
  !isQuestion(text.trim().replace(ALL_RIGHT, '')) &&
  !speaksOfOthers(text);

/** 「投十万进优质治理」 「给我来五万的」, and nothing asked: an order, which nobody takes here. */
export const ordersOutright = (text: string): boolean =>
  ORDERS.test(plain(text)) &&
  !isQuestion(text.trim().replace(ALL_RIGHT, '')) &&
  !speaksOfOthers(text);

const ORDERS =
  /^(那|就|我|给我|帮我|先|直接|再|现在)*(买|投|申购|认购|入手|砸|冲|上|来|整)(进|入|个|点)?(?=[\d一二两三四五六七八九十百千几])/;

/** 「…，行吗」 asks for nothing but that. */
const ALL_RIGHT = /[，,]?(行不行|行吗|行么|可以吗|可不可以|好不好|成吗|怎么样|咋样)[?？]?$/;

const WISHES_TO_BUY =
  /(我|俺|^|[，,。！!]|那|就|也|还是)(也|就|还|现在)?(想|要(?!是|不)|打算|准备|想着|考虑|先)(要|再|去)?(?:少)?((拿|用|花|把)[^，。]{1,10})?(都|全)?(买|入手|申购|认购|投)(点|些|一点|一些)?|(?<!你们|他们|她|他|谁)(直接|就|也)?卖(给)?(我|俺)(点|些|一点|[\d一二两三四五六七八九十百])/;

/** Asked for a relative or a friend. */
export const speaksOfOthers = (text: string): boolean => SOMEBODY_ELSE.test(plain(text));

const SOMEBODY_ELSE =
  /我(爸|妈|爷|奶|姥|外[公婆]|婆|公公|丈|岳|儿|女儿|孩|媳|家(里|人|老)|老(公|婆|伴|爸|妈)|朋友|同事|弟|妹|哥|姐)|爸妈|父母|爸爸|妈妈|[他她]/;

/** 「稳健型的人能不能买」 「退休的人敢买不」: a kind of person, not the one who asks. */
const isOfAGroup = (folded: string): boolean => !/我|俺|咱|本人/.test(folded) && GROUP.test(folded);
const GROUP = /老人|老年|退休|岁|型|(?<![a-z0-9])c\s*[1-5]|新手|小白|学生|宝妈|上班族/;

const plain = (text: string): string => normalize(text).text.replace(/\s/g, '');
