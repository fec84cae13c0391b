import { z } from 'zod';
import { loadGuardModel } from '../app/guard-model.js';
import type { GuardContext } from '../compliance/guard.js';
import { inspect, verdictOf } from '../compliance/guard.js';
import type { Finding, Verdict } from '../terms/finding.js';
import { institutionOf } from './institution-file.js';
import type { JsonFailure } from './json-lines.js';
import { failure, idOf, jsonOf, notJson } from './json-lines.js';

const Grade = z.literal([1, 2, 3, 4, 5]);
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The guard contract of contracts.md; an unknown field is an error that names it. */
const StatementLine = z.strictObject({
  id: z.string().optional(),
  speaker: z.enum(['bot', 'advisor', 'customer']),
  text: z.string(),
  product: z
    .strictObject({
      regime: z.enum(['NFRA_INVEST', 'NFRA_INSURANCE', 'CSRC_FUND', 'DEPOSIT', 'GOV_BOND']),
      type: z.string(),
      riskLevel: Grade.nullable().default(null),
    })
    .optional(),
  facts: z
    .array(
      z.strictObject({
        value: z.union([z.number(), z.string().regex(DAY)]),
        unit: z.enum(['%', 'yuan', 'day', 'month', 'year', 'count', 'date']),
        label: z.string(),
      }),
    )
    .optional(),
  passages: z.array(z.strictObject({ id: z.string(), text: z.string() })).optional(),
  customer: z
    .strictObject({
      tolerance: Grade.nullable().optional(),
      lowestCategory: z.boolean().optional(),
    })
    .optional(),
});

type Answer =
  | { readonly id?: string; readonly verdict: Verdict; readonly findings: readonly Finding[] }
  | JsonFailure;

/** Checks statements with the hosts of the institution in `file`; without one no link is allowed. */
export function statementCheck(file: string | undefined): (text: string) => Answer {
  const allowedHosts = hostsOf(file);
  const learned = loadGuardModel();
  return (text) => {
    const raw = jsonOf(text);
    if (raw === undefined) return notJson();
    const parsed = StatementLine.safeParse(raw);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return failure(idOf(raw), issue!.code, issue!.message, issue!.path.join('.'));
    }
    const { id, text: said, ...rest } = parsed.data;
    const context = { ...rest, allowedHosts, learned } as GuardContext;
    const findings = inspect(said, context);
    return {
      ...(id !== undefined && { id }),
      verdict: verdictOf(findings, context.speaker),
      findings,
    };
  };
}

const hostsOf = (file: string | undefined): readonly string[] => institutionOf(file)?.hosts ?? [];
