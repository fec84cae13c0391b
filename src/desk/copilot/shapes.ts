import { z } from 'zod';
import { DRAFT_FAULTS, STEP_FAULTS } from '../../conversation/handoff/events.js';
import { MAX_REPLY } from '../../compliance/guard.js';
import { LOOKUPS } from './lookup.js';

export const Conversation = z.object({ id: z.string().min(1).max(64) });

export const CardBody = z.strictObject({
  codes: z
    .array(z.string().min(1).max(40))
    .min(1)
    .max(3)
    .refine((codes) => new Set(codes).size === codes.length, 'each once')
    .describe('one product’s own card, or two or three side by side'),
  text: z
    .string()
    .trim()
    .min(1)
    .max(MAX_REPLY)
    .nullable()
    .default(null)
    .describe('what is said with the card; null: the house’s own words'),
  reason: z.string().trim().min(1).max(500).nullable().default(null),
});

export const DiscardBody = z.strictObject({
  turn: z.string().min(1).max(64).describe('of the draft'),
  fault: z.enum(DRAFT_FAULTS),
  words: z.string().trim().min(1).max(500).nullable().default(null),
});

export const DismissBody = z.strictObject({
  step: z.string().min(1).max(120).describe('id of the step'),
  fault: z.enum(STEP_FAULTS),
});

export const LookupQuery = z.object({
  for: z.enum(LOOKUPS),
  words: z.string().max(100).default(''),
});

const ListedShown = z
  .object({
    code: z.string(),
    name: z.string(),
    riskLevel: z.int().nullable(),
    reasons: z.array(z.string()),
  })
  .meta({ id: 'ShortlistedProduct' });

const StepShown = z
  .object({
    id: z.string(),
    action: z.string(),
    reason: z.string(),
    say: z.string().nullable().describe('words to begin with'),
    at: z
      .object({ page: z.enum(['approvals', 'today']), id: z.string() })
      .nullable()
      .describe('where it is done, besides the chat'),
  })
  .meta({ id: 'NextStep' });

export const CopilotShown = z
  .object({
    intents: z.array(z.string()).describe('what the machine takes the latest message for'),
    need: z.string().nullable().describe('what the message tells of a need'),
    warnings: z.array(
      z.object({ kind: z.string(), severity: z.enum(['stop', 'mind']), words: z.string() }),
    ),
    steps: z.array(StepShown),
    shortlist: z
      .object({
        listed: z.array(ListedShown),
        leftOut: z.array(z.object({ rule: z.string(), words: z.string(), count: z.int() })),
        ruleVersion: z.string(),
      })
      .nullable()
      .describe('null: a visitor, or somebody who has switched off what is chosen for them'),
  })
  .meta({ id: 'DeskCopilot' });
