import { z } from 'zod';
import { VERDICTS } from '../work/events.js';
import { STAGES } from '../work/decide.js';
import { TURN_STAGES } from './evidence.js';
import { FIGURE_ORIGINS } from './figure-origins.js';
import { RECORD_KINDS } from './kinds.js';
import { FATES } from './lines.js';
import { VERSIONED } from './versions.js';

/** What the compliance door answers of conversations. */

export const ACTORS = ['customer', 'assistant', 'advisor', 'service'] as const;
const SEVERITY = z.enum(['hard', 'soft']);
export const CustomerNamed = z
  .object({
    id: z.string(),
    name: z.string().describe('masked'),
    tolerance: z.int().nullable(),
  })
  .nullable()
  .describe('null: a visitor');

export const RecordsShown = z.object({
  conversations: z.array(
    z.object({
      id: z.string(),
      channel: z.string(),
      customer: CustomerNamed,
      openedAt: z.string(),
      entries: z.int(),
      withPerson: z
        .boolean()
        .describe('a person of ours held the pen in it; as far as it has been read'),
      rules: z.array(
        z.object({ rule: z.string(), title: z.string(), severity: SEVERITY, count: z.int() }),
      ),
      stage: z.enum(STAGES).nullable().describe('of its review; null: it is in none'),
      verdict: z.enum(VERDICTS).nullable(),
    }),
  ),
  more: z.boolean().describe('there are others after these'),
});

const Basis = z.object({ instrument: z.string(), article: z.string(), tag: z.string() });

const FindingThen = z.object({
  rule: z.string(),
  title: z.string(),
  severity: SEVERITY,
  start: z.int(),
  end: z.int(),
  text: z.string(),
  basis: Basis,
});

export const RecordLineShown = z.object({
  seq: z.int(),
  at: z.string(),
  kind: z.enum(RECORD_KINDS),
  who: z.enum(ACTORS),
  person: z.string().nullable(),
  fate: z.enum(FATES),
  seen: z.object({ customer: z.boolean(), staff: z.boolean() }).describe('who saw it then'),
  text: z.string().nullable(),
  detail: z.string().nullable(),
  findings: z.array(FindingThen).describe('of the guard, when it was said'),
  reason: z.string().nullable(),
  label: z.string().nullable(),
  cards: z.array(z.string()),
  citations: z.int(),
  facts: z.int(),
  model: z.string().nullable(),
  isShut: z.boolean().describe('it does not agree with the ledger; nothing it says now is shown'),
});

export const RecordShown = z.object({
  id: z.string(),
  channel: z.string(),
  customer: CustomerNamed,
  openedAt: z.string(),
  entries: z.int(),
  lines: z.array(RecordLineShown),
  next: z.int().nullable().describe('where to go on; null: this is its end'),
});

const Made = z.object({
  turn: z.string().nullable(),
  model: z.string().nullable(),
  verdict: z.enum(['pass', 'replaced']).nullable(),
  timings: z.array(z.object({ stage: z.enum(TURN_STAGES), ms: z.number() })),
  wording: z.array(
    z.object({
      id: z.string(),
      hash: z.string(),
      text: z.string().nullable().describe('null: the house has that version no longer'),
    }),
  ),
  citations: z.array(z.looseObject({ passage: z.string(), title: z.string(), text: z.string() })),
  figures: z
    .array(
      z.object({
        text: z.string(),
        start: z.int(),
        end: z.int(),
        from: z.enum(FIGURE_ORIGINS),
        name: z.string().nullable().describe('of the document, the tool or the card'),
        field: z.string().nullable().describe('section, field of the result, label of the fact'),
        place: z.string().nullable().describe('the sentence it stands in there'),
        citation: z.int().nullable().describe('which one, from 1'),
      }),
    )
    .describe('every figure of the words, with where it comes from'),
  tools: z.array(
    z.object({
      name: z.string(),
      args: z.string().describe('JSON'),
      result: z.string().nullable().describe('JSON'),
      status: z.enum(['intent', 'done', 'failed']),
      ms: z.number().nullable(),
    }),
  ),
  findings: z.array(FindingThen),
  stopped: z.array(z.int()).describe('where drafts stand that were stopped before this was said'),
  rules: z.object({
    version: z.string().nullable().describe('null: it was not recorded'),
    looked: z
      .array(z.object({ rule: z.string(), title: z.string(), basis: Basis }))
      .describe('that looked at the words; none: it is a former book'),
  }),
  versions: z.array(
    z.object({
      what: z.enum(VERSIONED),
      version: z.string(),
      since: z.string().nullable(),
      author: z.string().nullable(),
      approver: z.string().nullable(),
      by: z.enum(['release', 'change', 'direct', 'unknown']),
      change: z.string().nullable(),
    }),
  ),
  raw: z.array(z.object({ what: z.string(), value: z.string() })).describe('as recorded'),
});

export const EvidenceShown = z.object({
  seq: z.int(),
  made: Made.nullable().describe('null: nothing but what happened'),
  proof: z.object({
    entry: z.string().describe('canonical JSON of the ledger entry'),
    leaf: z.int(),
    size: z.int(),
    path: z.array(z.string()),
    root: z.string(),
    checkpoint: z.string().describe('the signed note'),
    key: z.string(),
  }),
});
