/** Which token a class is drawn in, of the house's market data or of what is held. */
const TOKENS: Readonly<Record<string, string>> = {
  cash: 'asset-cash',
  bond: 'asset-bond',
  treasury: 'asset-bond',
  corporate_bond: 'asset-fixed-plus',
  fixed_income_plus: 'asset-fixed-plus',
  equity: 'asset-equity',
  a_shares: 'asset-equity',
  gold: 'asset-gold',
  us_equity: 'asset-overseas',
  overseas: 'asset-overseas',
  insurance: 'asset-overseas',
  deposit: 'asset-cash',
  mixed: 'asset-fixed-plus',
  alternative: 'asset-gold',
};

export const assetToken = (assetClass: string): string => TOKENS[assetClass] ?? 'mute';
