import type { Rule } from './rule.js';
import { insideInformation } from './rules/inside-information.js';
import { tradingForCustomers } from './rules/trading-for-customers.js';
import { rebate } from './rules/rebate.js';
import { falseUrgency } from './rules/false-urgency.js';
import { coachedAssessment } from './rules/coached-assessment.js';
import { borrowedMoney } from './rules/borrowed-money.js';
import { privateFundPromotion } from './rules/private-fund-promotion.js';
import { personalData } from './rules/personal-data.js';
import { tippingOff } from './rules/tipping-off.js';
import { disparagement } from './rules/disparagement.js';
import { surrenderInducement } from './rules/surrender-inducement.js';
import { complaintObstruction } from './rules/complaint-obstruction.js';
import { citation } from './rules/citation.js';
import { depositLookalike } from './rules/deposit-lookalike.js';
import { figure } from './rules/figure.js';
import { identifier } from './rules/identifier.js';
import { link } from './rules/link.js';
import { name } from './rules/name.js';
import { officialEndorsement } from './rules/official-endorsement.js';
import { posingAsHuman } from './rules/posing-as-human.js';
import { prediction } from './rules/prediction.js';
import { principalGuarantee } from './rules/principal-guarantee.js';
import { promisedReturn } from './rules/promised-return.js';
import { riskFree } from './rules/risk-free.js';
import { suitability } from './rules/suitability.js';
import { superlative } from './rules/superlative.js';

/** 守则: every rule, in the order findings at one place are told. To add one, write its file and list it. */
export const RULES: readonly Rule[] = [
  principalGuarantee,
  promisedReturn,
  riskFree,
  superlative,
  prediction,
  insideInformation,
  tradingForCustomers,
  rebate,
  falseUrgency,
  depositLookalike,
  officialEndorsement,
  coachedAssessment,
  borrowedMoney,
  privateFundPromotion,
  posingAsHuman,
  personalData,
  tippingOff,
  disparagement,
  surrenderInducement,
  complaintObstruction,
  suitability,
  figure,
  citation,
  name,
  link,
  identifier,
];

/** Recorded with every answer; raise it with any change a verdict could depend on. */
export const RULE_VERSION = '2026.11.6';
