import { describe, expect, it } from '@jest/globals';
import { shelfWish } from '../../../src/agent/tools/shelf-wishes.js';
import { demoShelf } from '../../demo/demo-shelf.js';

const codesFor = (words: string) =>
  demoShelf.filter((product) => shelfWish(words)?.matches(product)).map(({ code }) => String(code));

describe('what is wanted besides kind and grade', () => {
  it.each(['随时能取的', '像活期一样的', '存取灵活的', '不锁定的', '到账快的'])(
    '%s: not locked and paid out in a working day',
    (words) => {
      expect(codesFor(words)).toEqual(['QY0003', 'CH0001', 'CH0107', 'CH0108', 'YX0101']);
    },
  );

  it('money that is free within a month is bound no longer, thirty days of holding included', () => {
    const codes = codesFor('一个月左右能取的');
    expect(codes).toContain('YX0201');
    expect(codes).toContain('QY0003');
    for (const code of ['YX0202', 'CK0012', 'QY0090', 'YQ0101']) expect(codes).not.toContain(code);
  });

  it('a term asked for is met by about so long, and named as it was said', () => {
    expect(codesFor('一年期的理财')).toEqual(expect.arrayContaining(['YX0202', 'CK0012']));
    expect(codesFor('一年期的理财')).not.toContain('QY0003');
    expect(shelfWish('半年期的')?.name).toBe('半年左右的');
  });

  it('the cheapest stand first by what a year of holding costs, the class that pays by the day included', () => {
    const { least } = shelfWish('费用最低的')!;
    const cost = (code: string) => least!(demoShelf.find((one) => String(one.code) === code)!);
    expect(cost('QY0003')).toEqual({ value: 0.3, unit: '%', label: '每年持有费率' });
    expect(Number(cost('CH0108').value)).toBeGreaterThan(Number(cost('CH0107').value));
  });

  it('what a sum is enough for starts there or below, and is named as it was said', () => {
    for (const code of codesFor('一百块就能买的')) {
      expect(demoShelf.find((one) => String(one.code) === code)!.minAmount).toBeLessThanOrEqual(
        100,
      );
    }
    expect(codesFor('一块钱起投的').length).toBeLessThan(codesFor('一百块起的').length);
    expect(shelfWish('有没有一块钱起投的')?.name).toBe('一块钱起的');
  });

  it('the highest rate stands first, of what names a rate at all', () => {
    const { matches, most } = shelfWish('利率最高的是哪款')!;
    const rated = demoShelf.filter(matches);
    expect(rated.every(({ interestRate }) => interestRate !== null)).toBe(true);
    expect(most!(rated[0]!)).toBe(rated[0]!.interestRate);
  });

  it.each(['有哪些基金', '三年后要用', '日日通怎么样'])('%s wishes none of it', (words) => {
    expect(shelfWish(words)).toBeNull();
  });
});
