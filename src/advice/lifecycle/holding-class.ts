import type { HoldingClass } from '../../terms/portfolio.js';
import type { Product } from '../../terms/product.js';

/** By product type (contracts.md); what is unknown counts with the mixed ones. */
const CLASSES: Readonly<Record<string, HoldingClass>> = {
  money: 'cash',
  cash_management: 'cash',
  demand_deposit: 'cash',
  time_deposit: 'deposit',
  savings_bond: 'deposit',
  bond: 'bond',
  fixed_income: 'bond',
  structured: 'bond',
  mixed: 'mixed',
  fof: 'mixed',
  advisory_portfolio: 'mixed',
  equity: 'equity',
  index: 'equity',
  qdii: 'overseas',
  reit: 'alternative',
  trust: 'alternative',
  private: 'alternative',
};

/** 资产类别 of a product that is held. */
export const holdingClass = ({ regime, type }: Pick<Product, 'regime' | 'type'>): HoldingClass =>
  regime === 'NFRA_INSURANCE' ? 'insurance' : (CLASSES[type] ?? 'mixed');
