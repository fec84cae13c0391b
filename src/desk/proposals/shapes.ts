import { z } from 'zod';
import { FOUR_EYES } from '../../advice/suitability/four-eyes.js';
import { OUTCOMES } from '../../advice/suitability/verdict.js';
import { STAGES } from '../../conversation/proposal/evolve.js';

/** What the desk tells of proposals. Money is yuan, weights and losses are ratios, instants ISO. */

const At = z.iso.datetime();

export const Line = z
  .object({
    id: z.string(),
    stage: z.enum(STAGES),
    customer: z
      .object({
        id: z.string(),
        name: z.string().describe('masked'),
        tolerance: z.int().nullable(),
        age: z.int().nullable(),
      })
      .nullable()
      .describe('null: not on file any more'),
    goal: z.string(),
    amount: z.number(),
    months: z.int().nullable(),
    drafted: At,
    expires: At,
    fourEyes: z.array(z.enum(FOUR_EYES)).describe('why it takes two signatures; empty: one'),
    first: z.string().nullable().describe('who signed first, and waits for a second person'),
    signedBy: z.string().nullable(),
    todo: z.enum(['sign', 'countersign']).nullable().describe('what it waits for you to do'),
  })
  .meta({ id: 'ProposalLine' });

const Product = z
  .object({
    code: z.string(),
    name: z.string(),
    riskLevel: z.int().nullable(),
    assetClass: z.string(),
    weight: z.number(),
    amount: z.number(),
    reasons: z.array(z.string()),
  })
  .meta({ id: 'PlannedProduct' });

const Values = z.record(z.string(), z.number()).describe('by percentile');

export const PlanShown = z
  .object({
    need: z.object({
      goal: z.string(),
      amount: z.number(),
      months: z.int().nullable(),
      maxLoss: z.number().nullable(),
      monthlySaving: z.number().nullable(),
      target: z.number().nullable(),
      liquidity: z.enum(['anytime', 'dated', 'none']),
    }),
    riskClass: z.int(),
    mix: z.array(z.object({ assetClass: z.string(), label: z.string(), weight: z.number() })),
    volatility: z.number(),
    statedLoss: z.number(),
    pastDrawdown: z
      .object({ from: z.string(), to: z.string(), worst: z.number(), yearly: z.number() })
      .nullable()
      .describe('null: the history is too short'),
    outlook: z
      .object({
        target: z.number(),
        probability: z.number(),
        low: z.number(),
        high: z.number(),
        paths: z.int(),
        fan: z.array(z.object({ month: z.int(), values: Values })),
      })
      .nullable(),
    products: z.array(Product),
    idle: z.number().describe('of the sum, in no product'),
    cautions: z.array(z.string()),
    versions: z.record(z.string(), z.string()),
    asOf: z.string(),
  })
  .meta({ id: 'PlanShown' });

export const Hindrance = z
  .object({
    why: z.string(),
    words: z.string().describe('for whoever is hindered'),
  })
  .meta({ id: 'Hindrance' });

const ProductVerdict = z.object({
  code: z.string(),
  name: z.string(),
  verdict: z.enum(OUTCOMES).nullable().describe('null: not on sale any more'),
  row: z.int().nullable().describe('of the suitability table'),
  duties: z.array(z.string()),
});

export const Judged = z
  .object({
    hindrances: z.array(Hindrance).describe('empty: nothing stands against this signature'),
    products: z.array(ProductVerdict),
    signer: z.object({
      name: z.string(),
      licences: z.array(z.string()),
      productGrade: z.int().nullable(),
    }),
    fourEyes: z.array(z.enum(FOUR_EYES)),
    ruleVersion: z.string(),
  })
  .meta({ id: 'JudgedSignature', description: 'judged on the customer and the shelf of today' });

const Happening = z.object({
  at: At,
  kind: z.string(),
  who: z.string().nullable().describe('null: the digital employee or the customer'),
  reason: z.string().nullable(),
});

export const Shown = Line.extend({
  draft: PlanShown,
  changed: PlanShown.nullable().describe('what an advisor made of it; null: as drafted'),
  reason: z
    .string()
    .nullable()
    .describe('of whoever changed or declined it, as the customer reads it'),
  judged: Judged.nullable().describe('null: there is nothing for you to sign'),
  said: z.array(z.object({ at: At, text: z.string() })).describe('by the customer, before it'),
  history: z.array(Happening),
}).meta({ id: 'ProposalShown' });

const CHANGES = ['class', 'assessment', 'holdings', 'shelf', 'assumptions', 'rules'] as const;

export const Since = z
  .object({
    checked: z.array(z.enum(CHANGES)),
    changes: z.array(z.object({ of: z.enum(CHANGES), words: z.string() })),
    redrafted: z
      .enum(['same', 'other', 'none'])
      .describe('whether the same plan would be drafted today; none: none could be'),
  })
  .meta({ id: 'ProposalChanges' });

export const Shares = z
  .array(z.strictObject({ code: z.string().min(1).max(40), amount: z.number().positive() }))
  .min(1)
  .max(50);

const Reason = z.string().max(400);

export const TrialBody = z
  .strictObject({
    products: Shares.nullable().default(null).describe('null: as drafted'),
    settled: z
      .array(z.strictObject({ code: z.string().min(1).max(40), amount: z.number().min(0) }))
      .min(1)
      .max(50)
      .nullable()
      .default(null)
      .describe(
        'what is held fast, 0 keeps out; the rest is solved anew, and `products` not heeded',
      ),
    reason: Reason.nullable().default(null),
  })
  .meta({ id: 'ProposalTrial' });

export const Tried = z
  .object({
    plan: PlanShown.nullable().describe('null: these products make no plan'),
    faults: z.array(Hindrance),
    judged: Judged.nullable(),
    tookMs: z.number(),
  })
  .meta({ id: 'TriedProposal' });

const Decline = z.strictObject({ do: z.literal('decline'), reason: Reason });

export const DecisionBody = z
  .discriminatedUnion('do', [
    z.strictObject({
      do: z.literal('approve'),
      reason: Reason.describe('for the record alone: the customer reads the plan itself'),
    }),
    z.strictObject({ do: z.literal('adjust'), products: Shares, reason: Reason }),
    Decline,
  ])
  .meta({ id: 'ProposalDecision' });

export const SecondBody = z
  .discriminatedUnion('do', [z.strictObject({ do: z.literal('countersign') }), Decline])
  .meta({ id: 'SecondSignature' });
