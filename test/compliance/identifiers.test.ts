import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isBankCard, isCompanyCode, isResidentId } from '../../src/compliance/checksums.js';
import { coverSecrets, hasCoveredSecret, identifiersIn } from '../../src/compliance/identifiers.js';
import type { IdentifierKind } from '../../src/compliance/identifiers.js';

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((d) => d.join(''));
const lastOf = (text: string, signs: string, holds: (text: string) => boolean): string =>
  [...signs].map((sign) => text + sign).find(holds)!;
const two = (n: number) => String(n).padStart(2, '0');

const residentId = fc
  .tuple(
    fc.integer({ min: 110000, max: 659999 }),
    fc.integer({ min: 1930, max: 2010 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    digits(3),
  )
  .map(([region, year, month, day, order]) =>
    lastOf(
      `${region}${year}${two(month)}${two(day)}${order}`,
      '0123456789x',
      isResidentId,
    ).toUpperCase(),
  );
const bankCard = fc
  .tuple(
    fc.constantFrom(
      ['62', 16],
      ['62', 17],
      ['62', 18],
      ['62', 19],
      ['4', 16],
      ['5', 16],
      ['35', 16],
    ),
    digits(17),
  )
  .map(([[prefix, length], tail]) =>
    lastOf(`${prefix}${tail}`.slice(0, Number(length) - 1), '0123456789', (text) =>
      isBankCard(text, true),
    ),
  );
const mobile = fc
  .tuple(fc.integer({ min: 3, max: 9 }), digits(9))
  .map(([second, tail]) => `1${second}${tail}`);
const companyCode = fc
  .tuple(fc.constantFrom('91', '92', '52', 'A1'), digits(6), digits(9))
  .filter(([, , body]) => body !== '000000000')
  .map(([head, region, body]) =>
    lastOf(
      `${head}${region}${body}`.toLowerCase(),
      '0123456789abcdefghjklmnpqrtuwxy',
      isCompanyCode,
    ),
  )
  .filter((code) => code !== undefined)
  .map((code) => code.toUpperCase());

const CARRIERS = [
  (id: string) => `我的号码是${id}`,
  (id: string) => `${id}`,
  (id: string) => `请查一下 ${id} 这个，谢谢`,
  (id: string) => `身份信息：${id}。`,
  (id: string) => `号码(${id})`,
  (id: string) => `老婆的${id}也登记一下`,
  (id: string) => `发给您了，${id}，收到没`,
  (id: string) => `卡号${id}户名张三`,
  (id: string) => `no.${id}`,
  (id: string) => `填了：${id}；还要什么`,
  (id: string) => `"${id}"`,
  (id: string) => `我叫李四,${id}`,
  (id: string) => `麻烦记录\n${id}\n谢谢`,
  (id: string) => `是${id}吗`,
  (id: string) => `开户用的${id}，对的`,
  (id: string) => `[${id}]`,
  (id: string) => `${id}是我本人`,
  (id: string) => `联系方式 ${id}`,
  (id: string) => `证件=${id}`,
  (id: string) => `之前留的是${id}，现在换了`,
];
const DISGUISES = [
  (id: string) => id,
  (id: string) => id.replace(/(.{4})(?=.)/g, '$1 '),
  (id: string) => id.replace(/(.{4})(?=.)/g, '$1-'),
  (id: string) => id.replace(/[0-9]/g, (d) => String.fromCharCode(0xff10 + Number(d))),
  (id: string) => id.replace(/[0-9]/g, (d) => '零一二三四五六七八九'[Number(d)]!),
  (id: string) => id.replace(/(.{3})/, '$1\u200b'),
];

function recall(ids: fc.Arbitrary<string>, kind: IdentifierKind): number {
  const sample = fc.sample(ids, { numRuns: 2000, seed: 7 });
  const hits = sample.filter((id, i) => {
    const text = CARRIERS[i % CARRIERS.length]!(DISGUISES[i % DISGUISES.length]!(id));
    return identifiersIn(text).some((found) => found.kind === kind);
  });
  return hits.length / sample.length;
}

describe('identifiersIn', () => {
  const kinds: readonly (readonly [IdentifierKind, fc.Arbitrary<string>])[] = [
    ['resident_id', residentId],
    ['bank_card', bankCard],
    ['mobile', mobile],
    ['company_code', companyCode],
  ];
  for (const [kind, ids] of kinds) {
    it(`finds at least 99 % of 2,000 numbers of kind ${kind}, however written`, () => {
      expect(recall(ids, kind)).toBeGreaterThanOrEqual(0.99);
    });
  }

  it('takes at most 0.5 % of amounts, fund codes and order numbers for one', () => {
    const numbers = fc.oneof(
      fc.integer({ min: 1, max: 99_999_999_999 }).map((n) => `${n} 元`),
      fc.double({ min: 1, max: 1e9, noNaN: true }).map((n) => `${n.toFixed(2)} 元`),
      fc.integer({ min: 0, max: 999_999 }).map((n) => `基金 ${String(n).padStart(6, '0')}`),
      digits(10).map((d) => `订单号 20261125${d}`),
      digits(16).map((d) => `流水号：${d}`),
      digits(18).map((d) => `QY${d}`),
      digits(18).map((d) => `20${d.slice(2)}`),
    );
    const sample = fc.sample(numbers, { numRuns: 2000, seed: 11 });
    const hits = sample.filter(
      (text, i) => identifiersIn(CARRIERS[i % CARRIERS.length]!(text)).length > 0,
    );
    expect(hits.length / sample.length).toBeLessThanOrEqual(0.005);
  });

  it('finds an e-mail address and the 86 of a phone number', () => {
    expect(identifiersIn('写信到 Zhang.San@example.com').map((f) => f.kind)).toEqual(['email']);
    expect(identifiersIn('+86 138-1234-5678').map((f) => f.kind)).toEqual(['mobile']);
  });

  it('tells the place in the original text', () => {
    const text = '手机 138 1234 5678，谢谢';
    const [found] = identifiersIn(text);
    expect(text.slice(found!.start, found!.end)).toBe('138 1234 5678');
  });
});

describe('coverSecrets', () => {
  it('covers numbers, one-time codes and passwords, and nothing else', () => {
    expect(coverSecrets('验证码是 482913，起购 10000 元')).toBe(
      '验证码是 ［密码或验证码］，起购 10000 元',
    );
    expect(coverSecrets('密码：abc123!x 帮我登录')).toBe('密码：［密码或验证码］ 帮我登录');
    expect(coverSecrets('收到 8831 这个验证码')).toBe('收到 ［密码或验证码］ 这个验证码');
  });

  it('leaves ordinary sentences as they are', () => {
    for (const text of [
      '密码要设 6 位数字',
      '交易密码忘了怎么办',
      '我有 200000 元想存三年',
      '2026-11-25 到账吗',
    ]) {
      expect(coverSecrets(text)).toBe(text);
    }
  });

  it('leaves the number a customer wants to be called on', () => {
    const text = '请打 13812345678 找我';
    expect(coverSecrets(text)).toBe(text);
    expect(hasCoveredSecret(text)).toBe(false);
  });

  it('says that it covered something, and covers it once', () => {
    const covered = coverSecrets('密码：abc123!x 帮我登录');
    expect(hasCoveredSecret(covered)).toBe(true);
    expect(coverSecrets(covered)).toBe(covered);
  });

  it('leaves no whole identifier behind', () => {
    fc.assert(
      fc.property(fc.oneof(residentId, bankCard), fc.nat(19), (id, i) => {
        expect(identifiersIn(coverSecrets(CARRIERS[i]!(id)))).toEqual([]);
      }),
    );
  });
});
