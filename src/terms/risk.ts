/** 产品风险等级 R1–R5: of a product, never of a person. */
export type RiskLevel = 1 | 2 | 3 | 4 | 5;
/** 风险承受能力 C1–C5: of an investor, never of a product. */
export type RiskTolerance = 1 | 2 | 3 | 4 | 5;

export const riskLabel = (level: RiskLevel): string => `R${level}`;
