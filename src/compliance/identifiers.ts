import { normalize, originalRange } from '../language/fold.js';
import type { Folded } from '../language/fold.js';
import { isBankCard, isCompanyCode, isMobile, isResidentId } from './checksums.js';

export type IdentifierKind = 'resident_id' | 'bank_card' | 'mobile' | 'email' | 'company_code';

/** A personal identifier (个人标识) in a text. Offsets are UTF-16 units of the original. */
export interface Identifier {
  readonly kind: IdentifierKind;
  readonly start: number;
  readonly end: number;
}

/** Digits however written: full-width, 一三八, with spaces or hyphens between. Order numbers are left alone. */
export function identifiersIn(text: string): readonly Identifier[] {
  return identifiersOf(normalize(text));
}

export function identifiersOf(plain: Folded): readonly Identifier[] {
  const found = [...numbered(plain), ...emails(plain)];
  return found.sort((a, b) => a.start - b.start);
}

const EMAIL =
  /(?<![a-z0-9._%+/-])[a-z0-9][a-z0-9._%+-]{0,63}@(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,10}(?![a-z])/g;

const emails = (plain: Folded): readonly Identifier[] =>
  [...plain.text.matchAll(EMAIL)].map((match) => ({
    kind: 'email' as const,
    ...originalRange(plain, match.index, match.index + match[0].length),
  }));

const HAN_DIGITS: Readonly<Record<string, string>> = {
  零: '0',
  〇: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  壹: '1',
  贰: '2',
  叁: '3',
  肆: '4',
  伍: '5',
  陆: '6',
  柒: '7',
  捌: '8',
  玖: '9',
  幺: '1',
};
const RUN =
  /[0-9a-z零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖幺](?:[ \-.·_*()]{0,2}[0-9a-z零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖幺]){10,40}/g;

function numbered(plain: Folded): readonly Identifier[] {
  return [...plain.text.matchAll(RUN)].flatMap((match) => {
    const run = digitsOf(match[0], match.index);
    const before = plain.text.slice(Math.max(0, match.index - 12), match.index);
    const after = plain.text.slice(
      match.index + match[0].length,
      match.index + match[0].length + 4,
    );
    return kindsOf(run, before, after).map(({ kind, start, end }) => ({
      kind,
      ...originalRange(plain, run.at[start]!, run.at[end - 1]! + 1),
    }));
  });
}

function digitsOf(written: string, offset: number) {
  const at: number[] = [];
  let text = '';
  for (let i = 0; i < written.length; i += 1) {
    const char = HAN_DIGITS[written[i]!] ?? written[i]!;
    if (!/[0-9a-z]/.test(char)) continue;
    text += char;
    at.push(offset + i);
  }
  return { text, at, touches: (i: number): boolean => at[i + 1] === at[i]! + 1 };
}

/** Signs without their separators; `touches(i)`: sign i and the next stood side by side. */
type Run = ReturnType<typeof digitsOf>;

const MONEY_AFTER = /^ ?(?:元|万|亿|块|股|份|%|\.\d|,\d{3})/;
const SERIAL_BEFORE =
  /(?:订单|单号|流水|编号|合同|保单|序列|凭证|业务|申请|交易|批次|快递|运单|代码|备案|登记)[^卡证。,;]{0,6}$/;
const CARD_BEFORE = /卡|账号|账户|尾号|card/;

/** The longest reading first, so that a resident id is not also two phone numbers. */
function kindsOf(run: Run, before: string, after: string) {
  const found: { kind: IdentifierKind; start: number; end: number }[] = [];
  const isFree = (start: number, end: number): boolean =>
    found.every((other) => end <= other.start || start >= other.end);
  const take = (kind: IdentifierKind, pattern: RegExp, holds: (text: string) => boolean): void => {
    for (const match of run.text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (isFree(match.index, end) && holds(match[0]))
        found.push({ kind, start: match.index, end });
    }
  };
  take('resident_id', /(?<!\d)[1-9]\d{16}[\dx](?![\da-z])/g, isResidentId);
  for (let start = 0; start + 18 <= run.text.length; start += 1) {
    const end = start + 18;
    const isWhole = !run.touches(start - 1) && !run.touches(end - 1);
    if (isWhole && isFree(start, end) && isCompanyCode(run.text.slice(start, end))) {
      found.push({ kind: 'company_code', start, end });
    }
  }
  const isSerial = SERIAL_BEFORE.test(before) && !CARD_BEFORE.test(before);
  if (isSerial || MONEY_AFTER.test(after)) return found;
  take('bank_card', /(?<!\d)[3-6]\d{14,18}(?!\d)/g, (text) =>
    isBankCard(text, CARD_BEFORE.test(before)),
  );
  take('mobile', /(?<!\d)(?:0?0?86)?1[3-9]\d{9}(?!\d)/g, isMobile);
  return found;
}

const LABELS: Readonly<Record<IdentifierKind, string>> = {
  resident_id: '［证件号］',
  bank_card: '［卡号］',
  mobile: '［手机号］',
  email: '［邮箱］',
  company_code: '［机构代码］',
};

const CODE_LABEL = '［密码或验证码］';
const COVERED = [LABELS.resident_id, LABELS.bank_card, LABELS.company_code, CODE_LABEL];

const ONE_TIME_CODE =
  /(?:验证码|校验码|动态码|动态口令|短信码|口令|确认码|授权码|密码|pin|code|otp)[^\d\n。]{0,10}(?<code>\d{4,8})(?!\d| ?[位元个天])|(?<!\d)(?<code_>\d{4,8})(?!\d)[^\d\n。]{0,6}(?:是|为)?[^\d\n。]{0,4}(?:验证码|校验码|动态码|动态口令|短信码)/dg;
const PASSWORD = /(?:密码|口令|passwd|password|pwd)(?:是|为|:|=| )+ ?(?<code>[!-~]{4,32})/dg;

/** A number to be called back on, or a mail address, is left on purpose. */
const LEFT_ON_PURPOSE: readonly IdentifierKind[] = ['mobile', 'email'];

/**
 * 脱敏: covers what a customer should not have sent (identity and card numbers, passwords, codes)
 * before it is written, read again or shown to a model. Covers twice the same as once.
 */
export function coverSecrets(text: string): string {
  const plain = normalize(text);
  const spans: { start: number; end: number; label: string }[] = identifiersOf(plain)
    .filter(({ kind }) => !LEFT_ON_PURPOSE.includes(kind))
    .map(({ kind, start, end }) => ({ start, end, label: LABELS[kind] }));
  for (const pattern of [ONE_TIME_CODE, PASSWORD]) {
    for (const match of plain.text.matchAll(pattern)) {
      const [start, end] = match.indices!.groups!['code'] ?? match.indices!.groups!['code_']!;
      spans.push({ ...originalRange(plain, start, end), label: CODE_LABEL });
    }
  }
  return cover(text, spans);
}

/** Whether something of the kind was covered here. */
export const hasCoveredSecret = (text: string): boolean =>
  COVERED.some((label) => text.includes(label));

function cover(
  text: string,
  spans: readonly { readonly start: number; readonly end: number; readonly label: string }[],
): string {
  let masked = '';
  let at = 0;
  for (const { start, end, label } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    masked += text.slice(at, start) + label;
    at = end;
  }
  return masked + text.slice(at);
}
