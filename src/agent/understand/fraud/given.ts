import type { FraudNews } from '../../../terms/fraud.js';

/** 给出去的: codes, papers and the screen, given already, asked for, or kept back. */

interface Thing {
  readonly names: RegExp;
  readonly given: FraudNews;
  readonly asked: FraudNews;
  readonly handed: RegExp;
}

const GIVE = '(给|告诉|报|发|说|念|填|输|读|传|拍|提供|泄露|交)';

const THINGS: readonly Thing[] = [
  {
    names: /验证码|校验码|动态码|短信码|密码|口令|验正码/,
    given: 'code',
    asked: 'code_asked',
    handed: new RegExp(`${GIVE}.{0,8}(了|过|过去|出去)|已经?.{0,6}${GIVE}|都${GIVE}`),
  },
  {
    names: /身份证|银行卡(?!背)|卡号|户口本|手持|人脸|刷脸|cvv|证件/,
    given: 'details',
    asked: 'code_asked',
    handed: new RegExp(
      `(${GIVE}|上传|刷|做|收走|拿走).{0,8}(了|过|过去|出去)|已经?.{0,6}(${GIVE}|拿)|(拿|收)走`,
    ),
  },
  {
    names: /屏幕|投屏|远程|软件|app|会议|链接|网址|二维码|安装包|程序|网站/,
    given: 'screen',
    asked: 'screen_asked',
    handed:
      /(共享|分享|装|下载|下|点|扫|填|登|注册|连|打开|进)(了|过|上了|好了|进去)|(点|填|登)开?进?去|开着|正(在)?(共享|看)|还(连|开)着|能看(到|见)我/,
  },
];

const KEPT = new RegExp(
  `(没|未)(有)?.{0,3}(${GIVE}|装|下载|下|点|共享|扫|登|注册)(?!事)|不(敢|肯|想).{0,2}(${GIVE}|装|下|点)|(没有?|没)$`,
);
/** 「让我下载」 「发链接过来」 「能给吗」. */
const WANTED =
  /让|叫|要|催|逼|求|问|索|喊|发(我|来|给我|了)|能(不能)?.{0,3}[给下装点]|该不该|可以.{0,4}吗/;
/** 「要不要改密码」 is about what to do now. */
const TO_BE_DONE =
  /(改|换|重设|修改|设置?).{0,4}(密码|口令)|(密码|口令).{0,4}(要|得|用)?(改|换)|(卸|删|查杀)/;

/** What folded words, in clauses, tell of what was given or is wanted. */
export function givenIn(clauses: readonly string[]): readonly FraudNews[] {
  const whole = clauses.join('，');
  return [
    ...new Set(
      THINGS.flatMap((thing) => {
        const spoken = clauses.filter((clause) => thing.names.test(clause));
        // 「叫我共享屏幕，我开着呢」: what was done may stand in the next breath.
        const goesOn = spoken.length > 0 && thing.given === 'screen' && STILL_ON.test(whole);
        return goesOn ? [thing.given] : spoken.flatMap((clause) => readIn(thing, clause));
      }),
    ),
  ];
}

const STILL_ON =
  /开着(呢|的)?|还(连|开)着|正在(共享|看)|，我?(也|都|就|已经)*(下|装|点|开|共享|填|扫)了/;

function readIn({ given, asked, handed }: Thing, clause: string): readonly FraudNews[] {
  if (TO_BE_DONE.test(clause)) return [];
  if (KEPT.test(clause)) return ['kept'];
  if (handed.test(clause) && !SENT_TO_ME.test(clause)) return [given];
  return WANTED.test(clause) ? [asked] : [];
}

/** 「他发了我一个链接」. */
const SENT_TO_ME =
  /(他|她|对方|群里|人家|骗子|客服|老师).{0,4}(发|给)(了|过)?(我|来)|^(发|给)了?我/;
