import { describe, expect, it } from '@jest/globals';
import { comparisonParagraph } from '../../../src/agent/compose/comparison.js';
import type { ProductAspect } from '../../../src/terms/command.js';
import { loadWordings } from '../../../src/wording/prompts.js';
import { demoProduct } from '../../demo/demo-shelf.js';
import { found } from '../understand/llm-turn.js';

const wordings = loadWordings('prompts');
const compareUnder = (aspects: readonly ProductAspect[], ...codes: string[]) =>
  comparisonParagraph(
    wordings,
    aspects,
    found({ products: codes.map((code) => demoProduct(code)) }),
    '2026-11-25',
  );
const compare = (...codes: string[]) => compareUnder([], ...codes);

describe('a comparison in words', () => {
  it('says what differs and names no winner', () => {
    const { text, cards } = compare('QY0021', 'QY0060');
    expect(text).toContain('风险等级不同，安鑫纯债 R2，优质治理 R4；赎回到账都是 3 个工作日');
    expect(text).toContain('不构成推荐');
    expect(cards).toMatchObject([{ kind: 'comparison' }]);
  });

  it('says what is the same, too', () => {
    expect(compare('QY0060', 'QY0071').text).toContain('风险等级都是 R4；赎回到账优质治理');
  });

  it('says what each class charges when costs are asked for', () => {
    const { text } = compareUnder(['fees'], 'CH0107', 'CH0108');
    expect(text).toMatch(/申购费 不满.*销售服务费 不满 365 日每年/s);
    expect(text).toContain('销售服务费按日计提');
  });

  it('holds contracted interest beside what promises none', () => {
    const text = asked('哪个利息高', 'YX0202', 'CK0012');
    expect(text).toContain('安禾8期没有固定利率，业绩比较基准是年化 2.10%–2.60%，只是投资目标');
    expect(text).toContain('一年定期的年利率是 **1.10%**');
  });

  it('says of each whether it is left early, keeps its principal, and is open at night', () => {
    expect(asked('哪个能提前取', 'GZ2610', 'JG0001')).toContain('观澜结构性存款 到期前取不出来');
    expect(asked('哪个保本', 'CK0012', 'JG0001')).toContain('观澜结构性存款 不保本');
    expect(asked('都能周末取吗', 'QY0003', 'YX0101')).toContain('日日通 能用快速赎回');
    expect(asked('都能周末取吗', 'QY0003', 'CK0012')).toContain('一年定期 能办什么以合同');
  });

  it('says whether a figure is the same', () =>
    expect(asked('管理费一样不', 'LX0050', 'LX0088')).toContain('是一样的。每年从净值里计提'));

  it('compares what bears a fixed rate by the rate', () => {
    const { text } = compare('CK0036', 'GZ2610');
    expect(text).toContain('青屿大额存单年利率 1.55%、20 万元起；三年国债年利率 1.63%、100 元起');
    expect(text).not.toContain('不评级');
  });

  const asked = (words: string, ...codes: string[]) =>
    comparisonParagraph(
      wordings,
      [],
      found({ products: codes.map((code) => demoProduct(code)) }),
      '2026-11-25',
      words,
    ).text;

  it('holds gains and drawdowns of the same days side by side when either is asked', () => {
    expect(asked('哪个波动大', 'LX0050', 'LX0088')).toMatch(
      /临溪沪深300（R4）区间收益 .*最大回撤 −.*红利联接（R4）区间收益 .*过往业绩不代表未来表现/,
    );
  });

  it.each<[string, string, string, string]>([
    ['添宁和日日通哪个管理费便宜', 'CH0001', 'QY0003', '**日日通** 更低。'],
    ['哪个锁得久', 'CH0090', 'QY0080', '**养老2045** 要放的时间更久。'],
    ['哪个跌得少', 'QY0021', 'QY0031', '**安鑫纯债** 这段时间跌得更少。'],
    ['哪个风险大', 'LX0050', 'QY0021', '**临溪沪深300** 的风险等级更高。'],
    ['哪个起点低', 'YX0401', 'YX0501', '**权益增强1号** 更低。'],
    ['哪个到账快', 'QY0021', 'QY0071', '**安鑫纯债** 到账更快。'],
    ['哪个起点低', 'QY0021', 'QY0031', '这一点是一样的。'],
  ])('%s: first which of them has less or more of it', (words, one, other, part) =>
    expect(asked(words, one, other)).toContain(part),
  );

  it('reckons the interest of each where a sum is named', () =>
    expect(asked('二十万各能拿多少利息', 'CK0036', 'GZ2610')).toMatch(
      /青屿大额存单：.*\*\*9,300 元\*\*.*三年国债：.*\*\*9,780 元\*\*/s,
    ));

  it('says first whether two cost the same', () => {
    const fees = (words: string, ...codes: string[]) =>
      comparisonParagraph(
        wordings,
        ['fees'],
        found({ products: codes.map((code) => demoProduct(code)) }),
        '2026-11-25',
        words,
      ).text;
    expect(fees('手续费一样不', 'QY0095', 'QY0071')).toContain('看：费率是一样的。');
    expect(fees('手续费一样不', 'LX0050', 'QY0071')).toContain('看：费率不一样。');
  });

  it('reads no side out of a name', () =>
    expect(asked('嘉稳短债跟安鑫纯债，卖了哪个到账快', 'CH0107', 'QY0021')).not.toContain('回撤'));

  it('calls nothing cheaper whose funds cost something besides', () =>
    expect(compareUnder(['fees'], 'TG0001', 'QY0045').text).toMatch(
      /远行组合：投顾服务费 每年 0.50%/,
    ));

  it('leads with none where one of them has no figure', () =>
    expect(asked('哪个风险大', 'YQ0204', 'YQ0205')).toContain(
      '看：风险等级，汇宝万能险 不评级；领航投连 R4。',
    ));

  it('says what each of them is to whoever asks whether they are the same', () =>
    expect(asked('是一回事吗', 'QY0071', 'QY0095')).toMatch(
      /不是同一只产品。\n\n- 全球科技：用人民币.*\n- 硬科技精选：成立不久/s,
    ));

  it.each<[string, string]>([
    ['每年管理费各多少', '每年从净值里计提，日日通 管理费 0.15% + 托管费 0.05%'],
    ['起点分别多少', '起点，日日通 1 元；添宁货币 10 元'],
    ['基准一样吗', '业绩比较基准，日日通 七天通知存款利率'],
    ['有什么不一样', '风险等级都是 R1；赎回到账都是 1 个工作日。每年从净值里计提'],
  ])('answers 「%s」 by the side it names', (words, part) => {
    expect(asked(words, 'QY0003', 'CH0001')).toContain(part);
  });

  it('tells the past of two classes, not their fees, when the gain is asked', () => {
    const text = asked('A 和 C 收益各多少', 'CH0107', 'CH0108');
    expect(text).toContain('区间收益');
    expect(text).not.toContain('申购费');
  });

  it('compares how long money stays when that is asked', () => {
    expect(compareUnder(['term'], 'YX0201', 'CK0012').text).toContain(
      '安禾30天至少持有 30 日；一年定期期限 1 年',
    );
  });

  it('has an answer for what has no grade and no redemption', () => {
    const { text } = compare('CK0012', 'YQ0101');
    expect(text).toContain('风险等级都是不评级');
    expect(text).toContain('赎回到账都是以合同为准');
  });
});

describe('the two classes of one fund', () => {
  const choose = (words: string, ...codes: string[]) =>
    comparisonParagraph(
      wordings,
      [],
      found({ products: codes.map((code) => demoProduct(code)) }),
      '2026-11-25',
      words,
    );

  it('begins with the class that costs less over the time named', () => {
    const { text } = choose('A 和 C 放两三个月选哪个划算', 'CH0107', 'CH0108');
    expect(text).toMatch(/^嘉稳短债 A 类和 C 类（R2）：按您说的时间，\*\*C 类费用少\*\*/);
    expect(text).toContain('C 类约 0.03% 至 0.05%，A 类约 0.30%');
  });

  it('says from which day on the other class costs less', () => {
    const { text, facts } = choose('一百万拿两年，A 还是 C', 'CH0107', 'CH0108');
    expect(text).toContain('**A 类费用少**：A 类约 0.10%，C 类约 0.20%');
    expect(text).toContain('大约 183 天（6 个月）打平');
    expect(facts).toContainEqual({ value: 183, unit: 'day', label: '两类费用打平的时间' });
  });

  it('gives no break-even where one class never costs more', () => {
    expect(choose('怎么选', 'QY0045', 'QY0046').text).toContain('放多久都是 C 类费用少');
  });

  it('is one fund whichever class is named first', () => {
    expect(choose('怎么选', 'QY0046', 'QY0045').text).toMatch(/^和润平衡 A 类和 C 类（R3）/);
  });

  it('leaves two different funds to the comparison', () => {
    expect(choose('哪个划算', 'QY0021', 'CH0108').text).not.toContain('打平');
  });
});
