import { productCode } from '../../terms/ids.js';
import type { Product } from '../../terms/product.js';
import type { CustomerRecord } from '../kyc.js';
import type { CustomerGiven, EmployeeGiven, ProductGiven } from './schemas.js';

/**
 * What becomes of a row given for something that may be known already: a column that was left out
 * keeps its value, an empty one goes back to what absent means (contracts.md).
 */
function merged<Body extends object>(absent: Body, before: Body | null, given: object): Body {
  const told = Object.entries(given).filter(([, value]) => value !== undefined);
  const values = told.map(([name, value]) => [name, value ?? absent[name as keyof Body]]);
  return { ...absent, ...before, ...(Object.fromEntries(values) as Partial<Body>) };
}

export function customerBody(given: CustomerGiven, before: CustomerRecord | null): CustomerRecord {
  const absent: CustomerRecord = {
    id: given.id,
    name: given.name,
    // 女士 or 先生 is nothing to guess from a name.
    address: given.name,
    born: null,
    capacity: null,
    identityVerified: false,
    cddBlocked: false,
    investorClass: 'ordinary',
    tolerance: null,
    assessedOn: null,
    lowestCategory: false,
    qualifiedInvestor: false,
    liquidAssets: null,
    monthlySpending: null,
    householdIncome: null,
    personalization: true,
    advisor: null,
    phone: null,
    idNumber: null,
    note: null,
  };
  const body = merged(absent, before, given);
  return before && before.name !== given.name ? { ...body, address: given.name } : body;
}

export const productBody = (given: ProductGiven, before: Product | null): Product =>
  merged(
    {
      code: productCode(given.code),
      name: given.name,
      aliases: [],
      type: given.type,
      regime: given.regime,
      issuer: given.issuer,
      manager: null,
      riskLevel: null,
      issuerRiskLevel: null,
      status: given.status,
      gradeValidUntil: null,
      private: false,
      lockDays: 0,
      insuranceKind: insuranceKindOf(given),
      termYears: null,
      agency: false,
      quota: null,
      saleFrom: null,
      saleUntil: null,
      minAmount: 0,
      step: null,
      fees: [],
      benchmark: null,
      settlementDays: null,
      interestRate: null,
      performance: null,
      mainLoss: mainLossOf(given),
      description: '',
      asOf: given.asOf,
    },
    before,
    given,
  );

export const employeeBody = (given: EmployeeGiven, before: EmployeeGiven | null): EmployeeGiven =>
  merged(
    {
      id: given.id,
      name: given.name,
      role: given.role,
      licences: [],
      productGrade: null,
      domains: [],
      languages: [],
      capacity: 0,
      hours: null,
    },
    before,
    given,
  );

/** The kind of cover where the type already says it; whole life is protection. */
const insuranceKindOf = ({ regime, type }: ProductGiven): string | null => {
  if (regime !== 'NFRA_INSURANCE') return null;
  return type === 'whole_life' ? 'protection' : type;
};

/** How money is lost, of the kind as a whole: the contract has no column for the product's own way. */
function mainLossOf({ regime, type }: ProductGiven): string {
  if (type === 'money' || type === 'cash_management') {
    return '收益随市场利率变化，极端情况下也可能亏损或晚到账。';
  }
  if (type === 'reit') return '成交价随市场涨跌，可能低于净值，分红也可能减少。';
  switch (regime) {
    case 'CSRC_FUND':
    case 'NFRA_INVEST':
      return '净值会随市场涨跌，本金可能亏损。';
    case 'NFRA_INSURANCE':
      return type === 'unit_linked' || type === 'variable_annuity'
        ? '账户价值随市场涨跌，可能亏损；提前退保也会损失。'
        : '提前退保只能拿回现金价值，前几年通常少于已交保费。';
    case 'DEPOSIT':
      return '没到期就取会损失利息。';
    case 'GOV_BOND':
      return '提前兑取会损失一部分利息，另收手续费。';
  }
}
