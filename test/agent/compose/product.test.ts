import { describe, expect, it } from '@jest/globals';
import { productParagraph } from '../../../src/agent/compose/product.js';
import type { ProductAspect } from '../../../src/terms/command.js';
import type { Product } from '../../../src/terms/product.js';
import { loadWordings } from '../../../src/wording/prompts.js';
import { TODAY, demoProduct } from '../../demo/demo-shelf.js';
import { found, passage } from '../understand/llm-turn.js';

const wordings = loadWordings('prompts');
const about = (product: Product, aspect: ProductAspect, more: Parameters<typeof found>[0] = {}) =>
  productParagraph(wordings, [aspect], found({ products: [product], ...more }), TODAY);
const asked = (code: string, aspect: ProductAspect, query: string, more = {}) =>
  productParagraph(
    wordings,
    [aspect],
    found({ products: [demoProduct(code)], ...more }),
    TODAY,
    query,
  ).text;
const said = (code: string, aspect: ProductAspect, changes: Partial<Product> = {}) =>
  about(demoProduct(code, changes), aspect).text;

describe('a product under the aspect asked', () => {
  it.each<[string, ProductAspect, string]>([
    ['QY0021', 'redemption', '确认后 **3 个工作日** 内到账。赎回费：不满 7 日收 1.50%'],
    ['YX0201', 'redemption', '每笔要持有满 30 日，期满之前不能提前赎回。'],
    ['YX0202', 'redemption', '期满之前不能提前赎回。到期后按合同兑付。'],
    ['CK0012', 'redemption', '提前支取会损失利息：取出的部分按支取那天的活期利率算'],
    ['GZ2610', 'redemption', '提前兑取会损失利息'],
    ['YQ0202', 'redemption', '没有赎回；退保按合同的现金价值'],
    ['QY0060', 'risk', '的风险等级是 **R4**（共五级）'],
    ['LX0050', 'risk', '**R4**'],
    ['CK0012', 'risk', '不参加 R1 至 R5 的风险评级'],
    ['QY0021', 'minimum', '的起购金额是 **10 元**。'],
    ['YX0202', 'minimum', '**1 万元**，按 1,000 元递增。'],
    ['YQ0202', 'minimum', '的保费起点是 **1 万元**'],
    ['CK0012', 'performance', '的年利率是 **1.10%**'],
    ['QY0095', 'performance', '目前没有可展示的过往业绩。业绩比较基准：'],
    ['YQ0202', 'term', '是终身的'],
    ['CK0036', 'term', '的期限是 **3 年**'],
    ['YX0202', 'term', '是封闭式的，期限 **365 日（1 年）**'],
    ['YX0201', 'term', '每笔至少持有 **30 日**'],
    ['QY0021', 'term', '开放日都可以申购和赎回'],
    ['CH0107', 'issuer', '由 **澄海基金** 发行。我们是代销机构'],
    ['CK0012', 'fees', '没有单列的费用'],
  ])('%s, %s: %s', (code, aspect, words) => {
    expect(said(code, aspect)).toContain(words);
  });

  it.each<[string, ProductAspect, string]>([
    ['QY0090', 'redemption', '要在交易所卖给别人'],
    ['YQ0203', 'performance', '红利不确定，可能为零'],
    ['CK0036', 'minimum', '的起存金额是'],
    ['YX0201', 'term', '到期后不会自动卖出'],
  ])('%s, %s: %s in the words of its kind', (code, aspect, words) => {
    expect(said(code, aspect)).toContain(words);
  });

  it('shows only the fee asked for by name', () => {
    const text = asked('QY0045', 'fees', '那和润的赎回费呢');
    expect(text).toContain('赎回费');
    expect(text).not.toContain('管理费');
  });

  it('does not call a class free that charges by the day', () => {
    expect(asked('QY0022', 'fees', '申购要多少手续费')).toMatch(/申购费：不收\n- 销售服务费/);
  });

  it('answers with the section what names no figure, though the router took it for one', () => {
    const card = { passages: [passage('card', '可以改成现金分红。')], support: 0.7 };
    expect(asked('QY0021', 'performance', '我买的分红能换成现金吗', card)).toMatch(
      /^可以改成现金分红。/,
    );
    expect(asked('QY0021', 'performance', '去年赚了多少', card)).toContain('区间收益');
  });

  it('answers for a figure with the figure, for a reason with the card first', () => {
    const card = { passages: [passage('card', '要等境外收市。')], support: 0.9 };
    expect(asked('QY0071', 'redemption', '几天到账', card)).toMatch(/8 个工作日.*境外/s);
    expect(asked('QY0071', 'redemption', '赎回怎么要这么久', card)).toMatch(/境外.*8 个工作日/s);
  });

  it('leaves out a section that has no word of what is waited for', () => {
    const card = {
      passages: [{ ...passage('card', '可以只赎回一部分。'), article: '部分赎回' }],
      support: 0.9,
    };
    expect(asked('LX0088', 'redemption', '赎回到账要几个工作日', card)).not.toContain('一部分');
  });

  it('answers how often money is paid out with the section, not with a gain', () => {
    const card = { passages: [passage('card', '每年至少分配一次。')], support: 0.9 };
    expect(asked('QY0090', 'performance', '分红多久一次', card)).toMatch(/^每年至少分配一次/);
  });

  it('answers for the limit of a day with the section that has it', () => {
    const card = { passages: [passage('card', '每人每天最多 1 万元。')], support: 0.9 };
    expect(asked('QY0003', 'redemption', '一次最多能取多少', card)).toMatch(/^每人每天最多/);
    expect(asked('QY0021', 'redemption', '一次最多能卖多少')).toContain(
      '一次最多能赎回多少我手上的资料里没有',
    );
  });

  it('says which rule of a lock holds at the time named, whatever section was found', () => {
    const before = { passages: [passage('card', '没满 90 天不能赎回。')], support: 0.9 };
    expect(asked('YX0401', 'redemption', '锁满了以后是不是随时能取', before)).toContain(
      '可以，每笔满',
    );
    expect(asked('YX0401', 'redemption', '还没到90天能赎不', before)).toMatch(
      /^没满 90 天不能赎回/,
    );
  });

  it('says both grades where they differ, and at once what is not graded', () => {
    expect(asked('LX0050', 'risk', '到底是R3还是R4')).toContain('管理人评 R4，我们评 R3');
    expect(asked('GZ2610', 'risk', '国债是几级风险')).toContain('：不参加 R1 至 R5 的风险评级。');
  });

  it('has no last day where it lasts a life', () =>
    expect(
      asked('YQ0202', 'term', '到期是哪天', {
        passages: [passage('card', '宽限期')],
        support: 0.9,
      }),
    ).toBe('云栖传家终身寿险（增额型）是终身的，没有到期日。 [1]'));

  it('tells the one fee that is meant, by whichever name', () => {
    const text = asked('YX0301', 'fees', '赚了钱你们要抽几成');
    expect(text).toContain('业绩报酬：超过基准部分的 20.00%');
    expect(text).not.toContain('托管费');
  });

  it('says whether it can be bought before what it is', () => {
    expect(asked('QY0021', 'overview', '还能买吗')).toMatch(/目前在售.*风险测评.*R2/s);
    expect(asked('QY0021', 'overview', '现在卖掉行不行')).not.toContain('目前在售');
  });

  it('never tells a gain without the drawdown and what that says of the future', () => {
    const text = said('QY0060', 'performance');
    expect(text).toMatch(/区间收益是 [+−]\d.*同期最大回撤 −\d.*过往业绩不代表未来表现/s);
  });

  it('says of a benchmark that it is no promise', () => {
    expect(said('YX0202', 'performance')).toContain('不是收益承诺');
  });

  it('names the source of its figures and its date, in a citation that opens', () => {
    expect(said('QY0021', 'redemption')).toMatch(/\[1\]$/);
    const [source] = about(demoProduct('QY0021'), 'redemption').passages;
    expect(source).toMatchObject({ title: '青屿安鑫纯债债券 A 产品资料' });
    expect(source?.source).toContain('截至 2026-11-24');
    expect(about(demoProduct('QY0021'), 'fees').cards).toMatchObject([{ kind: 'product_facts' }]);
  });

  it('does not call ourselves a seller on behalf of ourselves', () => {
    expect(said('CK0012', 'issuer')).not.toContain('代销');
  });
});

describe('a reply about a product says nothing twice', () => {
  const section = (heading: string, text: string) => ({
    passages: [{ ...passage('card', text), kind: 'product' as const, article: heading }],
    support: 0.95,
  });

  it('answers for a figure with the figure alone where the card says no other', () => {
    const card = section('到账', '安鑫纯债 A 赎回确认后 3 个工作日到账。');
    expect(asked('QY0021', 'redemption', '几天到账', card)).not.toContain('安鑫纯债 A 赎回确认后');
  });

  it('answers for a reason with the card alone where it has the figures, too', () => {
    const card = section('到账', '要等清算，所以赎回确认后 3 个工作日到账。');
    expect(asked('QY0021', 'redemption', '怎么这么慢', card)).toBe(
      '要等清算，所以赎回确认后 3 个工作日到账。 [1]',
    );
  });

  it('does not answer a question about a policy with figures of the master', () => {
    const card = { ...section('什么时候开始领', '女性从 55 周岁起领。'), support: 0.5 };
    expect(asked('YQ0201', 'term', '多大岁数开始领', card)).toBe('女性从 55 周岁起领。 [1]');
  });

  it('does not take one figure for another', () => {
    const card = section('快速赎回', '每天最多 3 万元，一般几分钟到账。');
    expect(asked('QY0021', 'redemption', '几天到账', card)).toMatch(/3 个工作日.*3 万元/s);
  });

  it('answers a term of the contract from the section of that name', () => {
    const card = section('等待期', '守望重疾有 90 天等待期。');
    expect(asked('YQ0103', 'term', '守望重疾等待期多久', card)).toBe(
      '守望重疾有 90 天等待期。 [1]',
    );
  });

  it('tells how money is lost, not who may buy, where that is asked', () => {
    const card = section('风险等级和匹配', '安鑫纯债 A 是 R2，对应 C2 到 C5。');
    expect(asked('QY0021', 'risk', '风险大吗', card)).toMatch(/R2.*不保本.*最大回撤/s);
  });

  it('has the grade beside the name and not in a line of its own', () => {
    expect(said('QY0021', 'minimum')).toMatch(/^青屿安鑫纯债债券 A（R2）的起购金额是/);
    expect(said('CK0012', 'minimum')).not.toContain('（');
  });
});

describe('whether a product suits somebody', () => {
  it('is left to the questionnaire and a person, with the grade to hold against it', () => {
    const text = asked('YX0301', 'suitability', '我爸七十了能买吗');
    expect(text).toMatch(/^合不合适，要看买的人自己的情况。/);
    expect(text).toMatch(/是 R3，等级上要 C3 及以上才对得上。等级不够的，签字也不能买/);
    expect(text).toContain('最后由本人和持证顾问一起定');
  });

  it.each([
    ['我是C2，能买添禾增强吗', '按您说的等级，还不够。'],
    ['我是 C4，能买添禾增强吗', '等级对得上，但合不合适还要看别的。'],
  ])('begins with the grade the customer told: %s', (query, first) => {
    expect(asked('QY0031', 'suitability', query).startsWith(first)).toBe(true);
  });

  it('holds no grade against what has none', () => {
    const text = asked('CK0036', 'suitability', '适合老人吗');
    expect(text).toContain('不用按风险等级匹配');
    expect(text).not.toContain('风险测评');
  });
});

describe('a product that cannot be bought', () => {
  it.each([
    ['YX0501', '暂停申购'],
    ['YX0203', '已经终止'],
  ])('%s is said to be so before anything else', (code, state) => {
    const [first] = said(code, 'risk').split('\n\n');
    expect(first).toMatch(new RegExp(`目前${state}，不能购买`));
  });
});

describe('an open question about a product', () => {
  const card = passage('card', '卡片上的话。');

  it('is answered from its card when the card surely answers, with the source', () => {
    const sure = about(demoProduct('QY0021'), 'overview', { passages: [card], support: 0.9 });
    expect(sure.text).toBe('卡片上的话。 [1]');
    expect(sure.passages).toEqual([card]);
  });

  it('is answered from the master when it does not', () => {
    const unsure = about(demoProduct('QY0021'), 'overview', { passages: [card], support: 0.3 });
    expect(unsure.text).toContain(demoProduct('QY0021').description);
    expect(unsure.text).toContain('风险等级 R2');
    expect(unsure.text).toContain(demoProduct('QY0021').mainLoss);
    expect(unsure.passages).toMatchObject([{ title: '青屿安鑫纯债债券 A 产品资料' }]);
  });

  it('leads on to what was not asked yet', () => {
    const asked = about(demoProduct('QY0021'), 'fees').suggestions;
    expect(asked.map(({ say }) => say)).toEqual(['安鑫纯债赎回几天到账', '安鑫纯债风险大不大']);
  });
});

describe('a product that is no longer sold', () => {
  const line = '不能购买';

  it('is said to be so first to whoever wants to buy it, whatever else they ask', () => {
    const [first] = asked('YX0501', 'redemption', '我妈想买这只，几天能赎回').split('\n\n');
    expect(first).toContain(line);
    expect(asked('YX0501', 'suitability', '能卖给我爸吗')).toContain(line);
    expect(asked('YX0501', 'redemption', '我买的那只几天能赎回')).not.toContain(line);
  });

  it('is said to be so, where somebody may want to buy it', () => {
    expect(asked('YX0501', 'minimum', '起投多少')).toContain(line);
  });

  it.each<[ProductAspect, string]>([
    ['redemption', '卖了几天到账'],
    ['risk', '亏成这样怎么解释'],
    ['fees', '赎回费多少'],
  ])('and not to whoever wants out: %s %s', (aspect, query) => {
    expect(asked('YX0501', aspect, query)).not.toContain(line);
  });
});

describe('a product too young to have anything to show', () => {
  const onLosses = passage('losses', '跌了要不要卖，不能替您决定。');
  const told = (aspect: ProductAspect, query: string) =>
    asked('QY0095', aspect, query, { passages: [onLosses], support: 0.95 });

  it.each([
    ['performance', '今年涨了还是跌了'],
    ['performance', '上个月表现怎么样'],
    ['risk', '最惨的时候亏过多少'],
  ] as const)('says so and why, and tells no section on losses: %s %s', (aspect, query) => {
    const text = told(aspect, query);
    expect(text).toContain('没有可展示的过往业绩');
    expect(text).toContain('运作时间还短');
    expect(text).not.toContain('不能替您决定');
  });

  it('has the section for whoever asks what to do', () => {
    expect(told('risk', '跌了怎么办')).toContain('不能替您决定');
  });
});
