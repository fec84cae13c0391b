import type { Rule } from './rule.js';
import { citation } from './rules/citation.js';
import { depositLookalike } from './rules/deposit-lookalike.js';
import { figure } from './rules/figure.js';
import { identifier } from './rules/identifier.js';
import { link } from './rules/link.js';
import { officialEndorsement } from './rules/official-endorsement.js';
import { posingAsHuman } from './rules/posing-as-human.js';
import { prediction } from './rules/prediction.js';
import { principalGuarantee } from './rules/principal-guarantee.js';
import { promisedReturn } from './rules/promised-return.js';
import { riskFree } from './rules/risk-free.js';
import { superlative } from './rules/superlative.js';

/** 守则: every rule, in the order findings at one place are told. To add one, write its file and list it. */
export const RULES: readonly Rule[] = [
  principalGuarantee,
  promisedReturn,
  riskFree,
  superlative,
  prediction,
  depositLookalike,
  officialEndorsement,
  posingAsHuman,
  figure,
  citation,
  link,
  identifier,
];

/** Recorded with every answer; raise it with any change a verdict could depend on. */
export const RULE_VERSION = '2026.11.1';
