const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10x98765432';

/** 公民身份号码, GB 11643: 17 digits with a calendar date, and a check sign; lower case. */
export function isResidentId(text: string): boolean {
  if (
    !/^[1-9]\d{5}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx]$/.test(text)
  ) {
    return false;
  }
  const sum = ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  return ID_CHECKS[sum % 11] === text[17];
}

/**
 * 银行卡号, Luhn (ISO/IEC 7812): UnionPay 62 in 16 to 19 digits, other brands in 16; longer ones
 * of theirs only where the words say that it is a card, because order numbers look the same.
 */
export function isBankCard(text: string, isCalledCard: boolean): boolean {
  const fits = text.startsWith('62') ? text.length >= 16 : text.length === 16 || isCalledCard;
  return fits && text.length >= 16 && /^(?:62|[345])/.test(text) && luhn(text);
}

function luhn(text: string): boolean {
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) {
    const digit = Number(text[text.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** 手机号: 11 digits from 13 to 19, with or without 86. */
export const isMobile = (text: string): boolean => /^(?:0?0?86)?1[3-9]\d{9}$/.test(text);

const COMPANY_SIGNS = '0123456789abcdefghjklmnpqrtuwxy';

const COMPANY_FORM =
  /^(?:[159][1239]\d{16}|(?=.*[a-z])[0-9a-hj-npqrtuwxy]{2}\d{6}[0-9a-hj-npqrtuwxy]{10})$/;

/**
 * 统一社会信用代码, GB 32100: 18 signs without i, o, s, v, z, weights 3^i mod 31; lower
 * case. All digits only with the heads that are given out, or one long number in 31 would pass.
 */
export function isCompanyCode(text: string): boolean {
  if (!COMPANY_FORM.test(text)) return false;
  let sum = 0;
  let weight = 1;
  for (let i = 0; i < 17; i += 1) {
    const value = COMPANY_SIGNS.indexOf(text[i]!);
    if (value < 0) return false;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return text.length === 18 && COMPANY_SIGNS[(31 - (sum % 31)) % 31] === text[17];
}
