import type { FraudNews } from '../../../terms/fraud.js';

/** 给出去的: codes, papers, numbers and the screen, given already, asked for, or kept back. */

interface Thing {
  readonly names: RegExp;
  readonly given: FraudNews;
  readonly asked: FraudNews;
  /** What says that it was kept; null: no words of its own. */
  readonly kept: FraudNews;
  readonly handed: RegExp;
  /** What is done with it: 「没装」 names nothing, and denies this. */
  readonly done: RegExp | null;
}

const GIVE = '(给|告诉|报|发|说|念|填|输|读|传|拍|提供|泄露|交|写)';
const OVER = '(了|过(?!来)|过去|出去|进去)';

/** 「填了身份证号」 「身份证号他拿到了」 「他有我身份证号」 「…在他手里」. */
const NUMBER_OUT = new RegExp(
  `${GIVE}.{0,8}${OVER}|已经?.{0,6}${GIVE}|都${GIVE}|${GIVE}(了|过)|(拿|收|弄|骗|套)(走|到|去)|在(他|她|对方|骗子|人家).{0,2}手|(他|她|对方|骗子)(们)?(就|也|都|现在|已经)*(有|知道|掌握)了?我|被.{0,6}(拿|用|泄|盗|知道)|(泄露|泄漏|暴露|漏)(了|出去)?`,
);

const THINGS: readonly Thing[] = [
  {
    names: /验证码|校验码|动态码|短信码|密码|口令|验正码|数字码|6位数|六位数/,
    given: 'code',
    asked: 'code_asked',
    kept: 'code_kept',
    handed: new RegExp(
      `${GIVE}.{0,8}(了|过|过去|出去)|已经?.{0,6}${GIVE}|都${GIVE}|(被|让)(他|她|对方|人|人家)?(看|骗|套|拿)(到|去|走)了?`,
    ),
    done: null,
  },
  {
    names:
      /(身份证|银行卡|卡|证件|证)的?(正反面?|正面|反面|两面|照|相片|图|复印件|原件)|身份证(?!号|件?号)|户口本|手持|人脸|刷了?脸|脸(都|也|给)?刷|证件(?!号)|照片|照$|拍(了)?照/,
    given: 'details',
    asked: 'code_asked',
    kept: 'details_kept',
    handed: new RegExp(
      `(${GIVE}|上传|刷|做|收走|拿走).{0,8}(了|过|过去|出去)|脸(都|也|给)?刷了|已经?.{0,6}(${GIVE}|拿)|(拿|收)走|(他|她|对方|骗子|人家|手里)(们)?(还|就|也|都|那(儿|里)?)*(有|存着|拿着|留着)(了)?我`,
    ),
    done: /拍照?|照相|刷脸|照了/,
  },
  {
    names: /身份证(件)?号码?|证件号码?|^(就|只|才|是)*(报|说|填|给|念)了个?号码/,
    given: 'identity',
    asked: 'code_asked',
    kept: 'kept',
    handed: NUMBER_OUT,
    done: null,
  },
  {
    names:
      /卡号(?!的?[后尾末])|银行卡(?!背|里|上|的钱|的客服|的正|正反|照|转|给)|cvv|安全码|有效期/,
    given: 'card',
    asked: 'code_asked',
    kept: 'kept',
    handed: new RegExp(
      `${GIVE}.{0,8}(了|过|过去|出去)|已经?.{0,6}(${GIVE}|拿)|(拿|收)走|(他|她|对方|骗子)(们)?(就|也|都)*(有|知道)我`,
    ),
    done: null,
  },
  {
    names: /屏幕|投屏|远程|软件|app|会议|安装包|程序/,
    given: 'screen',
    asked: 'screen_asked',
    kept: 'screen_kept',
    handed:
      /(共享|分享|装|下载|下|开|填|登|注册|连|打开|进)(了|过|上了|好了|进去)|(点|填|登)开?进?去|开着|正(在)?(共享|看)|还(连|开)着|能看(到|见)我/,
    done: /装|下载|下(?![次回来一午面个周月])|共享|投屏/,
  },
  {
    names: /链接|网址|二维码|网站|网页|短信里的|扫(了)?码(?!付|支付)/,
    given: 'link',
    asked: 'screen_asked',
    kept: 'kept',
    handed:
      /扫码(以后|之后|后|了|进)|(点|扫|填|登|注册|连|打开|进)(了|过|上了|好了|进去)|(点|填|登|打)(开|进)?(去|来|了)/,
    done: /点|扫/,
  },
];

const DENIES = '(没(有)?|未|不曾|并没|从没|从来没)(?!事|用|办法|想)';
const KEPT = new RegExp(
  `${DENIES}.{0,4}(${GIVE}|装|下载|下|点|共享|扫|登|注册|刷|照)(?!事)|不(敢|肯|想).{0,2}(${GIVE}|装|下|点)|(没有?|没)$`,
);
/** 「没装」 「我没点」 「没拍照片」. */
const DENIED = new RegExp(
  `^(?!他|她|对方|骗子|那人).*${DENIES}(给(?!我)|告诉|提供|泄露|填|输|拍照?|照相|装|下载|下(?![次回来一午面个周月])|点|共享|投屏|扫|登|刷脸)`,
);

/** 「让我下载」 「发链接过来」 「能给吗」. */
const WANTED =
  /让|叫|(?<!不|需|只|还|得)要(?!不要|不|是|紧|怎么)|催|逼|求|问|索|喊|发(我|来|给我|了)|能(不能)?.{0,3}[给下装点]|该不该|可以.{0,4}吗/;
/** 「要不要改密码」 is about what to do now. */
const TO_BE_DONE =
  /(改|换|重设|修改|设置?).{0,4}(密码|口令)|(密码|口令).{0,4}(要|得|用)?(改|换)|(卸|删|查杀)/;

/** What folded words, in clauses, tell of what was given or is wanted; what was kept comes first. */
export function givenIn(clauses: readonly string[]): readonly FraudNews[] {
  const told = [...new Set(THINGS.flatMap((thing) => toldOf(thing, clauses)))];
  const isKept = (one: FraudNews) => one === 'kept' || one.endsWith('_kept');
  const denied = deniedIn(clauses);
  return [...new Set([...denied, ...told.filter(isKept), ...told.filter((one) => !isKept(one))])];
}

function toldOf(thing: Thing, clauses: readonly string[]): readonly FraudNews[] {
  const read = clauses
    .filter((clause) => thing.names.test(clause))
    .flatMap((clause) => readIn(thing, clause));
  const isSpokenOf = clauses.some((clause) => thing.names.test(clause));
  const isDenied = read.includes(thing.kept) && !read.includes(thing.given);
  // 「叫我共享屏幕，我开着呢」: what was done may stand in the next breath.
  const goesOn = isSpokenOf && !isDenied && thing.given === 'screen' && stillOn(clauses);
  return goesOn ? [thing.given] : read;
}

/** 「没装」 「也没点」 without a word of what. */
function deniedIn(clauses: readonly string[]): readonly FraudNews[] {
  const bare = clauses.filter(
    (clause) => DENIED.test(clause) && !THINGS.some(({ names }) => names.test(clause)),
  );
  return bare.flatMap((clause) => {
    const verb = DENIED.exec(clause)?.at(-1) ?? '';
    const found = THINGS.filter(({ done }) => done?.test(verb)).map(({ kept }) => kept);
    const isMoney = /钱|款|账|转|汇|付|[万千百块元]/.test(clause);
    return found.length > 0 ? found : isMoney ? [] : ['kept' as const];
  });
}

const STILL_ON = /开着(呢|的)?|还(连|开)着|正在(共享|看)|^我?(也|都|就|已经)*(下|装|开|共享)了/;

const stillOn = (clauses: readonly string[]): boolean =>
  clauses.some((clause) => STILL_ON.test(clause) && !KEPT.test(clause));

function readIn({ given, asked, kept, handed }: Thing, clause: string): readonly FraudNews[] {
  if (TO_BE_DONE.test(clause)) return [];
  if (KEPT.test(clause)) return [kept];
  if (handed.test(clause) && !SENT_TO_ME.test(clause)) return [given];
  if (asked === 'code_asked' && SENT_TO_ME.test(clause)) return [];
  return WANTED.test(clause) && !MAY_I.test(clause) ? [asked] : [];
}

/** 「要不要把卡里的钱…」 is our customer's own question, and no demand. */
const MAY_I = /要不要|卡里(的)?钱/;

/** 「他发了我一个链接」. */
const SENT_TO_ME =
  /(他|她|对方|群里|人家|骗子|客服|老师).{0,4}(发|给)(了|过)?(我|来)|^(发|给)了?我/;
