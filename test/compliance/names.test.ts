import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { inspect } from '../../src/compliance/guard.js';
import type { GuardContext } from '../../src/compliance/guard.js';
import type { NameSaid } from '../../src/compliance/names.js';
import { namesIn } from '../../src/compliance/names.js';
import { normalize } from '../../src/language/fold.js';
import { demoShelf } from '../demo/demo-shelf.js';

const knowing = (...known: readonly string[]): GuardContext => ({
  speaker: 'bot',
  allowedHosts: [],
  names: { known, houses: /余额宝|中行/g },
});
const stopped = (text: string, context = knowing()) =>
  inspect(text, context)
    .filter(({ rule }) => rule === 'NAME')
    .map(({ text: said }) => said);

describe('a name that nobody gave', () => {
  const invented: readonly (readonly [string, string])[] = [
    ['您也可以看看余额宝。', '余额宝'],
    ['这款由星桥银行托管。', '星桥银行'],
    ['它是海棠人寿的产品。', '海棠人寿'],
    ['可以和鹿鸣稳健一号一起看。', '稳健一号'],
    ['代码是 ZX1029。', 'ZX1029'],
    ['嘉禾信用债券C的费用更低。', '信用债券C'],
    ['“月月添”这款产品也能随时赎回。', '月月添'],
    ['请联系王经理办理。', '王经理'],
    ['基金经理是赵敏，管了六年。', '赵敏'],
    ['依据是《基金收益分配管理办法》。', '基金收益分配管理办法'],
  ];
  for (const [text, said] of invented) {
    it(`stops 「${text}」`, () => expect(stopped(text)).toEqual([said]));
    it(`and not where a source names it: 「${said}」`, () => {
      expect(stopped(text, knowing(`这里写着${said}。`))).toEqual([]);
    });
  }

  it('is known from a passage, its title and where it comes from', () => {
    const passages = [{ id: 'p', text: '由海棠人寿承保', title: '说明', source: '《保险法》' }];
    const context = { ...knowing(), passages };
    expect(stopped('告诉海棠人寿，见《保险法》[1]。', context)).toEqual([]);
    expect(stopped('见《信托法》[1]。', context)).toEqual(['信托法']);
  });

  it('is not looked for where nobody asked: templates and people may name', () => {
    const context: GuardContext = { speaker: 'advisor', allowedHosts: [] };
    expect(stopped('我是王经理，星桥银行见。', context)).toEqual([]);
  });
});

describe('what is no name', () => {
  const kinds = [
    '商业银行和保险公司都可以代销。',
    '请联系银行止付，再告诉保险公司。',
    '货币基金、债券基金和公募基金的风险不同。',
    '客户经理和基金经理不是一个岗位。',
    '打开手机银行，绑定本人的银行卡。',
    '其中行业分散的更稳一些。',
    '请看《基金合同》和《风险揭示书》。',
    '每月 10 号开放，谢谢老师。',
    '信托公司按信托文件管理信托财产。',
  ];
  for (const text of kinds) it(`「${text}」`, () => expect(stopped(text)).toEqual([]));

  it('is hardly ever taken for one in the words of our own handbook', () => {
    const folder = new URL('../../knowledge/faq/', import.meta.url);
    const lines = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').split('\n'))
      .filter((line) => /^[^#>|\s-]/.test(line) && !/^\w+:/.test(line));
    const houses = new Set(demoShelf.map(({ issuer }) => issuer));
    const isOurs = ({ names }: NameSaid) => names.some((name) => houses.has(name));
    const named = lines.filter((line) => !namesIn(normalize(line).text).every(isOurs));
    expect(lines.length).toBeGreaterThan(400);
    // What is left are laws by name, and the houses whose products are on the shelf.
    expect(named.filter((line) => !line.includes('《'))).toEqual([]);
  });
});
