import type { Emergency } from '../../terms/command.js';

/** What was told of a fraud, the gravest first: the help that fits it, and no trick that was not named. */
const TOLD: readonly (readonly [wording: string, when: RegExp])[] = [
  [
    'emergency_fraud_paid',
    /(已经|刚|刚刚|刚才|昨天|今天|都|又)?(转|汇|打)(了(?!吗|没)|过去|给了|出去)|被骗(了|走)|骗(走)?了我|骗了.{0,4}[\d一二两三四五六七八九十百千]+.{0,2}(万|千|块|元)/,
  ],
  ['emergency_fraud_screen', /(共享|分享).{0,3}屏幕|屏幕.{0,3}(共享|分享)|远程|投屏/],
  ['emergency_fraud_code', /验证码|校验码|动态码|口令/],
  ['emergency_fraud_link', /链接|网址|网站|二维码|扫码|下载|装了|填了/],
  ['emergency_fraud_account', /安全账[户号]/],
  ['emergency_fraud_police', /公安|警察|警官|检察|法院|公检法|洗钱|涉案|通缉/],
];
/** 「我还没转」 「没给他」: told, and not done. */
const NOT_DONE = /(还没|没有|没|未|不敢)(给他|给她)?(转|汇|打)/;

/** The wording that helps with what was told. */
export function emergencyWording(kind: Emergency, words: string): string {
  if (kind !== 'fraud') return `emergency_${kind}`;
  const told = TOLD.find(
    ([wording, when]) =>
      when.test(words) && !(wording === 'emergency_fraud_paid' && NOT_DONE.test(words)),
  );
  return told?.[0] ?? 'emergency_fraud';
}
