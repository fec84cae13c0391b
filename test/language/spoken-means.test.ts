import { describe, expect, it } from '@jest/globals';
import { spokenMeans } from '../../src/language/spoken-means.js';

const at = (value: number) => ({ from: value, to: value });

describe('means that are told', () => {
  it.each([
    ['基金和存款一共三百五十万，买基金六年了', at(3_500_000), null, at(6)],
    ['存款两百万，股票一百二十万，炒股十年', at(3_200_000), null, at(10)],
    ['年薪四十万行不行', null, at(400_000), null],
    ['月薪两万，股票账户八十万，炒股三年', at(800_000), at(240_000), at(3)],
    ['我房子五百万，存款六十万，没买过基金', at(600_000), null, at(0)],
    ['收入一年35万，5年投资经验', null, at(350_000), at(5)],
    ['专业投资者要什么条件', null, null, null],
  ])('%s', (words, assets, income, years) => {
    expect(spokenMeans(words)).toEqual({ assets, income, years });
  });
});
