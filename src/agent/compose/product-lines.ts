import type { ProductAspect } from '../../terms/command.js';
import type { Product } from '../../terms/product.js';
import { effectiveRiskLevel } from '../../terms/product.js';
import { riskLabel } from '../../terms/risk.js';
import { paceOf } from '../../terms/settlement.js';
import type { LocalDate } from '../../terms/time.js';
import { feeLines, holdingFeeSentence } from '../../wording/fee-table.js';
import { holding, percent, signedPercent, workingDays, yuan } from '../../wording/figures.js';
import { countedFrom } from './dates-terms.js';
import { feeVerdict } from './fee-verdict.js';
import { withoutNames } from './own-fee.js';
import { plainWorry } from './plain-worry.js';
import { suitabilityLine } from './product-suitability.js';

/** What the product master says under each aspect, as it stands after the product's name. */

export function lineFor(
  product: Product,
  aspect: Exclude<ProductAspect, 'overview'>,
  today: LocalDate,
  query: string,
): readonly [string, string] {
  switch (aspect) {
    case 'fees':
      return feeText(product, today, query);
    case 'redemption':
      return ['product_line', redemptionText(product, today)];
    case 'risk':
      return ['product_risk', riskText(product, query)];
    case 'minimum':
      return ['product_line', minimumText(product, /递增|每次|加多少|一次加/.test(query))];
    case 'performance':
      return [
        'product_line',
        `${todaysPrice(product, query)}${performanceText(product, product.description)}`,
      ];
    case 'term':
      return ['product_line', termText(product)];
    case 'issuer':
      return ['product_line', issuerText(product)];
    case 'benchmark':
      return ['product_line', benchmarkText(product)];
    case 'suitability':
      return suitabilityLine(product, query);
  }
}

/** Every fee, or the ones asked for by name. */
function feeText(product: Product, today: LocalDate, query: string): readonly [string, string] {
  const all = feeLines(product, today);
  // 「日日现金管理费用」 asks for every fee of a product whose name ends so.
  const asked = withoutNames(product, query);
  const isAboutSelling = /(?<!买)卖|取(?!消)|赎(?!回费)|退出|转出/.test(asked);
  const spoken = SPOKEN_FEES.flatMap(([words, label]) => (words.test(asked) ? [label] : []));
  const named = all.filter(
    ({ label }) =>
      asked.includes(label.replace(/费$/, '')) ||
      spoken.includes(label) ||
      (label === '赎回费' && isAboutSelling),
  );
  // 「不收申购费」 alone would hide what is paid by the day instead.
  const isFree = named.length === 1 && named[0]?.label === '申购费' && named[0].value === '不收';
  const byDay = isFree ? all.filter(({ label }) => label === '销售服务费') : [];
  const lines = named.length > 0 ? [...named, ...byDay] : all;
  if (lines.length === 0) return ['product_fees', '资料里没有单列的费用，以合同为准。'];
  const table = lines.map(({ label, value }) => `- ${label}：${value}`).join('\n');
  const verdict = feeVerdict(lines, asked);
  return verdict === '' ? ['product_fees', table] : ['product_line', `：${verdict}\n\n${table}`];
}

/** What customers call a fee that the table calls otherwise. */
const SPOKEN_FEES: readonly (readonly [RegExp, string])[] = [
  [/抽(多少|几|走|成)|提成|分成|(赚|盈利|超额)[^，。]{0,8}(抽|提|分走)/, '业绩报酬'],
  [/前端/, '申购费'],
  [/后端/, '赎回费'],
  [/投顾费|顾问费|服务费|年费/, '投顾服务费'],
  [/服务费|年费/, '销售服务费'],
  [/年费/, '管理费'],
  [/年费/, '托管费'],
];

/** How the money comes back, by the word each kind has for it: 赎回, 支取, 兑取, 退保. */
function redemptionText(product: Product, today: LocalDate): string {
  const exit = EXITS[product.regime];
  if (exit && product.settlementDays === null) return exit;
  if (product.type === 'reit') return SOLD_ON_MARKET;
  const lock = lockText(product);
  const arrival =
    product.settlementDays === null
      ? '到期后按合同兑付。'
      : `${countedFrom(paceOf(product.type))} **${workingDays(product.settlementDays)}** 内到账。`;
  return `的赎回：${lock}${arrival}${holdingFeeSentence(product, today)}`;
}

export const SOLD_ON_MARKET = '不办理赎回，要在交易所卖给别人，成交价可能低于净值。';

const lockText = ({ lockDays }: Product): string =>
  lockDays > 0 ? `每笔要持有满 ${holding(lockDays)}，期满之前不能提前赎回。` : '';

/** How what is not redeemed is left. */
export const EXITS: Readonly<Partial<Record<Product['regime'], string>>> = {
  NFRA_INSURANCE: '没有赎回；退保按合同的现金价值，前几年通常少于已交保费。',
  DEPOSIT:
    '提前支取会损失利息：取出的部分按支取那天的活期利率算，本金不受影响。到期一次还本付息，以合同和公告为准。',
  GOV_BOND: '提前兑取会损失利息：利息按持有时间分档扣，另收手续费，以公告为准。',
};

export const gradeSentence = (product: Product): string => {
  const level = effectiveRiskLevel(product);
  return level === null ? '' : `风险等级 ${riskLabel(level)}。`;
};

/** Said first where it is asked outright (理财 and funds may not promise it; deposits may). */
function principalText({ regime, type }: Product, query: string): string {
  if (!/保(不保)?本|本金|亏本|血本/.test(query)) return '';
  if (regime === 'DEPOSIT') return '到期按合同还本付息，在限额内受存款保险保护。';
  if (regime === 'GOV_BOND') return '到期还本付息；提前兑取，拿回的可能少于买入的钱。';
  return regime !== 'NFRA_INSURANCE' || type === 'unit_linked' ? '**不保本**，本金可能亏损。' : '';
}

/** What stands on the screen of an exchange or is published in the evening is not in the master. */
function todaysPrice({ type }: Product, query: string): string {
  if (!/(今天|今日|现在|目前|最新|当前|昨天).{0,8}(价|净值|多少钱|几块|涨|跌|收益)/.test(query))
    return '';
  return type === 'reit'
    ? '当天的成交价我这里查不到，请看证券交易软件里的行情。手上的资料：'
    : '当天的净值和涨跌我这里查不到，请看官方 App 里它的产品页。手上的资料：';
}

function riskText(product: Product, query: string): string {
  const level = effectiveRiskLevel(product);
  const drawdown = product.performance
    ? `\n\n${product.performance.from} 至 ${product.performance.to} 的最大回撤是 ${percent(product.performance.maxDrawdown)}，过往业绩不代表未来表现。`
    : '';
  const plainly = plainWorry(product, query);
  if (plainly !== null) return plainly;
  const principal = principalText(product, query);
  if (drawdown && ASKS_HOW_MUCH_LOST.test(query))
    return `：${drawdown.trim()}\n\n${plainRisk(product)}`;
  if (hasNoResults(product) && ASKS_HOW_MUCH_LOST.test(query))
    return `：目前没有可展示的过往业绩，跌过多少也就没有数字可说。${product.description}\n\n${plainRisk(product)}`;
  if (level === null && /几级|r\s*[几1-5]|等级|级别|评级/i.test(query))
    return `：不参加 R1 至 R5 的风险评级。${principal}${product.mainLoss}`;
  if (level === null) {
    return `：${principal}${product.mainLoss}这类产品不参加 R1 至 R5 的风险评级。`;
  }
  return `${principal ? `：${principal}` : '的'}风险等级是 **${riskLabel(level)}**（共五级）${bothGrades(product)}。${product.mainLoss}${drawdown}`;
}

/** Where the two who grade differ, the stricter holds, and whoever read the other one should know. */
function bothGrades({ riskLevel, issuerRiskLevel }: Product): string {
  if (riskLevel === null || issuerRiskLevel === null || riskLevel === issuerRiskLevel) return '';
  return `：管理人评 ${riskLabel(issuerRiskLevel)}，我们评 ${riskLabel(riskLevel)}，按高的一级算`;
}

export const ASKS_HOW_MUCH_LOST =
  /最(多|大|差|坏|惨|深|狠)[^，。]{0,4}(亏|跌|回撤)|(亏|跌|回撤)(得|了)?最|(亏|跌)过?(多少|几|好多)/;

/** Its price moves, and nothing of that may be shown: it is too young, or was never priced in public. */
export const hasNoResults = ({ regime, type, performance, interestRate }: Product): boolean =>
  (regime === 'CSRC_FUND' || regime === 'NFRA_INVEST') &&
  type !== 'structured' &&
  performance === null &&
  interestRate === null;

const plainRisk = (product: Product): string => `${gradeSentence(product)}${product.mainLoss}`;

const MINIMUM_VERB: Readonly<Partial<Record<Product['regime'], string>>> = {
  NFRA_INSURANCE: '的保费起点是',
  DEPOSIT: '的起存金额是',
};

/** Cents are not worth a word, unless the step is asked for. */
export function minimumText({ regime, minAmount, step }: Product, asksStep = false): string {
  const verb = MINIMUM_VERB[regime] ?? '的起购金额是';
  const more = step !== null && (step >= 1 || asksStep) ? `，按 ${yuan(step)}递增` : '';
  const quoted = regime === 'NFRA_INSURANCE' ? '具体交多少，以投保页面和合同为准。' : '';
  return `${verb} **${yuan(minAmount)}**${more}。${quoted}`;
}

/** `why`: what the product is, which tells why there is nothing to show of it yet. */
export function performanceText(product: Product, why = ''): string {
  if (product.interestRate !== null) {
    return `的年利率是 **${percent(product.interestRate)}**，以合同和公告为准。`;
  }
  if (!product.performance && product.regime === 'NFRA_INSURANCE') {
    return `没有可展示的过往收益。${product.mainLoss}`;
  }
  if (!product.performance) {
    return product.benchmark
      ? `目前没有可展示的过往业绩。业绩比较基准：${product.benchmark}。${caution(product.benchmark)}${why}`
      : `目前没有可展示的过往业绩。${why}`;
  }
  const { from, to, return: gain, maxDrawdown } = product.performance;
  return `在 ${from} 至 ${to} 的区间收益是 ${signedPercent(gain)}，同期最大回撤 ${percent(maxDrawdown)}。过往业绩不代表未来表现。`;
}

const benchmarkText = ({ benchmark }: Product): string =>
  benchmark ? `的业绩比较基准是：${benchmark}。${caution(benchmark)}` : '没有业绩比较基准。';

/** Some benchmarks already say so themselves. */
const caution = (benchmark: string): string =>
  benchmark.includes('不是收益承诺') ? '' : '基准不是收益承诺。';

/** A term of this many years in the master stands for a whole life. */
export const LIFELONG = 99;

function termText({ type, lockDays, termYears, settlementDays, regime }: Product): string {
  if (type === 'reit') return '是封闭式的，不办理申购和赎回，要在交易所买卖。';
  if (termYears !== null && termYears >= LIFELONG) return '是终身的，没有到期日。';
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
