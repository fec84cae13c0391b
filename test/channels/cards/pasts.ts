import type { RiskReturn } from '../../../src/terms/plan.js';

/** What the mixes of the classes did from 2008 on, and one that may lose a tenth. */
export const riskReturn: RiskReturn = {
  from: '2008-01',
  to: '2026-07',
  classes: [
    { riskClass: 1, annualReturn: 0.015, maxDrawdown: 0 },
    { riskClass: 2, annualReturn: 0.04517, maxDrawdown: 0.02571 },
    { riskClass: 3, annualReturn: 0.05541, maxDrawdown: 0.14882 },
    { riskClass: 4, annualReturn: 0.05537, maxDrawdown: 0.29334 },
    { riskClass: 5, annualReturn: 0.04062, maxDrawdown: 0.51839 },
  ],
  own: { annualReturn: 0.04418, maxDrawdown: 0.09961 },
  cautions: ['A 股：价格指数，不含分红'],
};
