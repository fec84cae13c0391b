import type { Basis } from '../../terms/finding.js';
import type { Regime } from '../../terms/product.js';

/** 普通投资者申请转为专业投资者 (row 23): only ever on the customer's own request. */
export interface ConversionRequest {
  /** On which side of the house they want to count as one. */
  readonly regime: Regime;
  /** Yuan; null: not told. */
  readonly financialAssets: number | null;
  /** Mean of the last three years, yuan; null: not told. */
  readonly averageIncome: number | null;
  readonly experienceYears: number | null;
}

export interface ConversionOpinion {
  /** BLOCK: there is no such thing there. HUMAN: a person takes it, and may still refuse. */
  readonly verdict: 'HUMAN' | 'BLOCK';
  /** Null: something that decides it was not told. A person checks the proof either way. */
  readonly meetsThresholds: boolean | null;
  readonly duties: readonly ConversionDuty[];
  readonly basis: readonly Basis[];
}

export type ConversionDuty =
  'written_application' | 'proof' | 'test' | 'warn_of_lost_protection' | 'never_solicit';

/** 证监会令第 130 号 arts. 8, 11, 12 [W]: the house's own figures until verified, never said as law. */
const ASSETS = 3_000_000;
const INCOME = 300_000;
const YEARS = 1;

/** Wealth products, trusts and insurance know no natural person as a professional (Order 7 art. 27 [T2]). */
export function judgeConversion(request: ConversionRequest): ConversionOpinion {
  if (request.regime !== 'CSRC_FUND') {
    return {
      verdict: 'BLOCK',
      meetsThresholds: false,
      duties: ['never_solicit'],
      basis: [ORDER_7],
    };
  }
  return {
    verdict: 'HUMAN',
    meetsThresholds: meetsThresholds(request),
    duties: ['written_application', 'proof', 'test', 'warn_of_lost_protection', 'never_solicit'],
    basis: [CSRC],
  };
}

/** Wealth or income, and experience; what is not told decides nothing, unless the rest already has. */
function meetsThresholds(request: ConversionRequest): boolean | null {
  const { financialAssets, averageIncome, experienceYears } = request;
  const isExperienced = reaches(experienceYears, YEARS);
  const wealth = [reaches(financialAssets, ASSETS), reaches(averageIncome, INCOME)];
  const isWealthy = wealth.includes(true) ? true : wealth.includes(null) ? null : false;
  if (isExperienced === false || isWealthy === false) return false;
  return isExperienced && isWealthy;
}

const reaches = (value: number | null, least: number): boolean | null =>
  value === null ? null : value >= least;

const ORDER_7: Basis = {
  instrument: '金融机构产品适当性管理办法',
  article: '第二十七条',
  tag: 'T2',
};
const CSRC: Basis = {
  instrument: '证券期货投资者适当性管理办法',
  article: '申请成为专业投资者',
  tag: 'W',
};
