import type { ToolResult } from '../../conversation/agent.js';
import type { ProductAspect } from '../../terms/command.js';
import { passageId } from '../../terms/ids.js';
import type { Passage } from '../../terms/passage.js';
import type { Product } from '../../terms/product.js';
import { effectiveRiskLevel } from '../../terms/product.js';
import { riskLabel } from '../../terms/risk.js';
import type { Suggestion } from '../../terms/statement.js';
import type { LocalDate } from '../../terms/time.js';
import { feeLines, holdingFeeSentence } from '../../wording/fee-table.js';
import {
  holding,
  percent,
  signedPercent,
  spaced,
  workingDays,
  yuan,
} from '../../wording/figures.js';
import type { Wordings } from '../../wording/prompts.js';
import type { Paragraph } from './paragraph.js';
import { join, paragraph } from './paragraph.js';

/** A card passage this well supported answers an open question better than the bare figures. */
const CARD_SUPPORT = 0.6;
/** Sides that are figures of the master: these speak first, and the card only where it has this very question. */
const FIGURES: readonly ProductAspect[] = ['fees', 'minimum', 'performance', 'issuer'];
const CARD_BESIDE_FIGURES = 0.9;

/** One product under the aspect asked: the answer first, the card below. */
export function productParagraph(
  wordings: Wordings,
  aspects: readonly ProductAspect[],
  result: ToolResult,
  today: LocalDate,
  query = '',
): Paragraph {
  const [product] = result.products as [Product, ...Product[]];
  const aspect = aspects[0] ?? 'overview';
  const offShelf = offShelfLine(wordings, product);
  const words =
    aspect === 'overview'
      ? overviewWords(wordings, product, result, query, today)
      : sideWords(wordings, product, aspect, result, query, today);
  const whole = join([offShelf, ...words].filter((part) => part !== null));
  return {
    ...whole,
    facts: result.facts,
    cards: showsCard(aspect) ? [{ kind: 'product_facts', product }] : [],
    suggestions: nextQuestions(product, aspect),
  };
}

/** 「怎么样」 wants what it is, with its grade; anything else what the card says about it. */
function overviewWords(
  wordings: Wordings,
  product: Product,
  result: ToolResult,
  query: string,
  today: LocalDate,
): readonly (Paragraph | null)[] {
  const isAvailability = ASKS_AVAILABILITY.test(query);
  const onCard =
    isAvailability || ASKS_WHAT_IT_IS.test(query)
      ? null
      : cardParagraph(wordings, 'overview', result);
  if (onCard) return [onCard];
  const onSale =
    isAvailability && product.status === 'on_sale' ? onSaleLine(wordings, product) : null;
  return [onSale, masterParagraph(wordings, product, 'overview', today, query)];
}

/** 「多少」 is answered by the figure; 「为什么」 「能不能」 by the card, with the figures after it. */
function sideWords(
  wordings: Wordings,
  product: Product,
  aspect: Exclude<ProductAspect, 'overview'>,
  result: ToolResult,
  query: string,
  today: LocalDate,
): readonly (Paragraph | null)[] {
  const figures = masterParagraph(wordings, product, aspect, today, query);
  const onCard = cardParagraph(wordings, aspect, result);
  if (!asksForFigure(aspect, query)) return [onCard, figures];
  return [figures, isGeneralSection(result) ? null : onCard];
}

const ASKS_WHAT_IT_IS =
  /(怎么样|咋样|如何|是(个)?(什么|啥)|介绍|看看|了解|说说|讲讲)[^，。？?]{0,6}[。？?]?$/;
const ASKS_AVAILABILITY =
  /(能|可以)不?(能|可以)?(买|申购|认购)(到|得到)?(吗|么|不|嘛|没)|(?<!现)在(卖|售)|有卖|开始(卖|发售)|恢复/;
/** 「赎回费呢」 asks for a figure without saying so; 「为什么还收费」 does not. */
const asksForFigure = (aspect: ProductAspect, query: string): boolean =>
  ASKS_FOR_FIGURE.test(query) ||
  (aspect === 'fees' && !/为|怎么(这么|会|还)|有没有|能不能|可以|吗/.test(query));

const ASKS_FOR_FIGURE = /多少|几|费率|(多|好)(久|高|长|少|多)|怎么收|咋收|什么时候/;

/** Sections every card has; beside a figure they say nothing that was asked. */
const isGeneralSection = ({ passages }: ToolResult): boolean =>
  /这是什么|怎么买|钱会怎么亏|适合讨论/.test(passages[0]?.article ?? '');

/** The section of the product's card that was written for this very question; else null. */
function cardParagraph(
  wordings: Wordings,
  aspect: ProductAspect,
  { passages, support }: ToolResult,
): Paragraph | null {
  const [passage] = passages;
  const enough = FIGURES.includes(aspect) ? CARD_BESIDE_FIGURES : CARD_SUPPORT;
  if (!passage || (support ?? 0) < enough) return null;
  const wording = wordings.get('product_passage');
  return paragraph(wording.render({ text: passage.text.trim() }), {
    passages: [passage],
    wording: [{ id: wording.id, hash: wording.hash }],
  });
}

/** The figures of the aspect from the product master, which is their source. */
function masterParagraph(
  wordings: Wordings,
  product: Product,
  aspect: ProductAspect,
  today: LocalDate,
  query: string,
): Paragraph {
  const words =
    aspect === 'overview'
      ? overview(wordings, product)
      : line(wordings, product, aspect, today, query);
  return { ...words, text: `${words.text} [1]`, passages: [masterPassage(product, today)] };
}

/** The product master as a source that can be opened: what the figures of a reply were read from. */
export function masterPassage(product: Product, today: LocalDate): Passage {
  const lines = [
    `产品代码 ${product.code}，${product.description}`,
    `${gradeSentence(product)}${product.mainLoss}`,
    ...feeLines(product, today).map(({ label, value }) => `${label}：${value}`),
    ...termLines(product),
    product.performance ? performanceText(product).replace('在 ', '').replaceAll('**', '') : '',
  ];
  return {
    id: passageId(`product:${product.code}#master`),
    document: `product:${product.code}`,
    kind: 'product',
    title: `${product.name} 产品资料`,
    article: null,
    text: lines.filter(Boolean).join('\n'),
    issuer: product.issuer,
    effective: null,
    expires: null,
    source: `产品主数据，截至 ${product.asOf} · 发行 ${product.issuer}`,
    evidence: null,
    product: product.code,
  };
}

function termLines({ minAmount, lockDays, settlementDays }: Product): readonly string[] {
  const lines = [`起点金额：${yuan(minAmount)}`];
  if (lockDays > 0) lines.push(`最短持有：${holding(lockDays)}`);
  if (settlementDays !== null) lines.push(`赎回到账：确认后 ${workingDays(settlementDays)}`);
  return lines;
}

const showsCard = (aspect: ProductAspect): boolean => aspect === 'overview' || aspect === 'fees';

function offShelfLine(wordings: Wordings, { status, name }: Product): Paragraph | null {
  if (status === 'on_sale') return null;
  const wording = wordings.get('product_off_shelf');
  const state = status === 'suspended' ? '暂停申购' : '已经终止';
  return paragraph(wording.render({ name: spaced(name), state }), {
    wording: [{ id: wording.id, hash: wording.hash }],
  });
}

function onSaleLine(wordings: Wordings, { name }: Product): Paragraph {
  const wording = wordings.get('product_on_sale');
  return paragraph(wording.render({ name: spaced(name) }), {
    wording: [{ id: wording.id, hash: wording.hash }],
  });
}

function overview(wordings: Wordings, product: Product): Paragraph {
  const wording = wordings.get('product_overview');
  const text = wording.render({
    name: product.name,
    code: product.code,
    description: product.description,
    lines: `${gradeSentence(product)}${product.mainLoss}`,
  });
  return paragraph(text, { wording: [{ id: wording.id, hash: wording.hash }] });
}

function line(
  wordings: Wordings,
  product: Product,
  aspect: Exclude<ProductAspect, 'overview'>,
  today: LocalDate,
  query: string,
): Paragraph {
  const [id, lines] = lineFor(product, aspect, today, query);
  const wording = wordings.get(id);
  return paragraph(wording.render({ name: spaced(product.name), lines }), {
    wording: [{ id, hash: wording.hash }],
  });
}

function lineFor(
  product: Product,
  aspect: Exclude<ProductAspect, 'overview'>,
  today: LocalDate,
  query: string,
): readonly [string, string] {
  switch (aspect) {
    case 'fees':
      return ['product_fees', feeText(product, today, query)];
    case 'redemption':
      return ['product_redemption', redemptionText(product, today)];
    case 'risk':
      return ['product_risk', riskText(product)];
    case 'minimum':
      return ['product_line', minimumText(product)];
    case 'performance':
      return ['product_line', performanceText(product)];
    case 'term':
      return ['product_line', termText(product)];
    case 'issuer':
      return ['product_line', issuerText(product)];
  }
}

/** Every fee, or the ones asked for by name. */
function feeText(product: Product, today: LocalDate, query: string): string {
  const all = feeLines(product, today);
  const isAboutSelling = /(?<!买)卖/.test(query);
  const named = all.filter(
    ({ label }) =>
      query.includes(label.replace(/费$/, '')) || (label === '赎回费' && isAboutSelling),
  );
  // 「不收申购费」 alone would hide what is paid by the day instead.
  const isFree = named.length === 1 && named[0]?.label === '申购费' && named[0].value === '不收';
  const byDay = isFree ? all.filter(({ label }) => label === '销售服务费') : [];
  const lines = named.length > 0 ? [...named, ...byDay] : all;
  if (lines.length === 0) return '资料里没有单列的费用，以合同为准。';
  return lines.map(({ label, value }) => `- ${label}：${value}`).join('\n');
}

function redemptionText(product: Product, today: LocalDate): string {
  const parts: string[] = [];
  if (product.lockDays > 0)
    parts.push(`每笔要持有满 ${holding(product.lockDays)}，期满之前不能提前赎回。`);
  if (product.settlementDays !== null) {
    parts.push(`确认后 **${workingDays(product.settlementDays)}** 内到账。`);
  } else if (product.regime === 'NFRA_INSURANCE')
    parts.push('保险没有赎回；退保按合同的现金价值，前几年通常少于已交保费。');
  else if (product.regime === 'DEPOSIT' || product.regime === 'GOV_BOND')
    parts.push('到期一次还本付息；提前支取会损失利息，以合同和公告为准。');
  else if (product.type === 'reit')
    parts.push('不办理赎回，要在交易所卖给别人，成交价可能低于净值。');
  else parts.push('到期后按合同兑付。');
  const fee = holdingFeeSentence(product, today);
  return [...parts, fee].filter(Boolean).join('');
}

const gradeSentence = (product: Product): string => {
  const level = effectiveRiskLevel(product);
  return level === null ? '' : `风险等级 ${riskLabel(level)}。`;
};

function riskText(product: Product): string {
  const level = effectiveRiskLevel(product);
  const drawdown = product.performance
    ? `\n\n${product.performance.from} 至 ${product.performance.to} 的最大回撤是 ${percent(product.performance.maxDrawdown)}，过往业绩不代表未来表现。`
    : '';
  if (level === null) return `：${product.mainLoss}这类产品不参加 R1 至 R5 的风险评级。`;
  return `的风险等级是 **${riskLabel(level)}**（共五级）。${product.mainLoss}${drawdown}`;
}

const MINIMUM_VERB: Readonly<Partial<Record<Product['regime'], string>>> = {
  NFRA_INSURANCE: '的保费起点是',
  DEPOSIT: '的起存金额是',
};

function minimumText({ regime, minAmount, step }: Product): string {
  const verb = MINIMUM_VERB[regime] ?? '的起购金额是';
  const more = step !== null && step >= 1 ? `，按 ${yuan(step)}递增` : '';
  return `${verb} **${yuan(minAmount)}**${more}。`;
}

function performanceText(product: Product): string {
  if (product.interestRate !== null) {
    return `的年利率是 **${percent(product.interestRate)}**，以合同和公告为准。`;
  }
  if (!product.performance && product.regime === 'NFRA_INSURANCE') {
    return `没有可展示的过往收益。${product.mainLoss}`;
  }
  if (!product.performance) {
    return product.benchmark
      ? `目前没有可展示的过往业绩。业绩比较基准：${product.benchmark}。${caution(product.benchmark)}`
      : '目前没有可展示的过往业绩。';
  }
  const { from, to, return: gain, maxDrawdown } = product.performance;
  return `在 ${from} 至 ${to} 的区间收益是 ${signedPercent(gain)}，同期最大回撤 ${percent(maxDrawdown)}。过往业绩不代表未来表现。`;
}

/** Some benchmarks already say so themselves. */
const caution = (benchmark: string): string =>
  benchmark.includes('不是收益承诺') ? '' : '基准不是收益承诺。';

function termText({ lockDays, termYears, settlementDays, regime }: Product): string {
  if (termYears !== null && termYears >= 99) return '是终身的，没有到期日。';
  if (termYears !== null) return `的期限是 **${termYears} 年**。`;
  if (settlementDays === null && lockDays > 0)
    return `是封闭式的，期限 **${holding(lockDays)}**，期间不能赎回。`;
  if (lockDays > 0)
    return `的期限：没有固定到期日，每笔至少持有 **${holding(lockDays)}**，到期后不会自动卖出。`;
  return regime === 'CSRC_FUND' ? '没有固定期限，开放日都可以申购和赎回。' : '没有固定期限。';
}

function issuerText({ issuer, manager, agency }: Product): string {
  const managed = manager && manager !== issuer ? `，由${manager}管理` : '';
  return `由 **${issuer}** 发行${managed}。${agency ? '我们是代销机构，不承担产品的投资和兑付责任。' : ''}`;
}

const QUESTIONS: readonly { aspect: ProductAspect; label: string; ask: string }[] = [
  { aspect: 'fees', label: '费用多少', ask: '的费用是多少' },
  { aspect: 'redemption', label: '几天到账', ask: '赎回几天到账' },
  { aspect: 'risk', label: '会怎么亏', ask: '风险大不大' },
];

const nextQuestions = ({ aliases, name }: Product, asked: ProductAspect): readonly Suggestion[] =>
  QUESTIONS.filter(({ aspect }) => aspect !== asked).map(({ label, ask }) => ({
    label,
    say: `${aliases[0] ?? name}${ask}`,
  }));
