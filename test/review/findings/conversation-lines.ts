import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Investor } from '../../../src/advice/suitability/occasion.js';
import { loadGuardModel } from '../../../src/app/guard-model.js';
import { complaintDeadlines } from '../../../src/compliance/complaint-deadlines.js';
import type { Transcript } from '../../../src/compliance/transcript/transcript.js';
import type { ConversationEvent, Recorded } from '../../../src/conversation/events.js';
import { gatedProductOf } from '../../../src/profiles/gated.js';
import { transcriptOf } from '../../../src/review/findings/reading.js';
import type { Draft, Statement } from '../../../src/terms/statement.js';
import type { Product } from '../../../src/terms/product.js';
import { addDays, toLocalDate } from '../../../src/terms/time.js';

/** Conversations written down as lines, as the record would hold them. */

type Words = string | { readonly text: string; readonly reason?: string; readonly label?: string };
type Line = { readonly min?: number } & (
  | { readonly customer: string }
  | { readonly bot: Words }
  | { readonly advisor: Words }
  | { readonly stopped: { readonly text: string; readonly words: readonly string[] } }
  | { readonly act: string; readonly daysAgo?: number }
);

interface Person {
  readonly age?: number;
  readonly tolerance?: Investor['tolerance'];
  readonly assessed?: 'valid' | 'expired' | 'never';
  readonly personalization?: boolean;
}

export interface WrittenTalk {
  readonly id: string;
  readonly kind?: string;
  readonly is: 'violation' | 'lookalike' | 'clean';
  readonly customer?: 'visitor' | Person;
  readonly lines: readonly Line[];
}

export const readTalks = (file: URL): readonly WrittenTalk[] =>
  parse(readFileSync(file, 'utf8')) as readonly WrittenTalk[];

const SHELF_FILE = new URL('../../../knowledge/demonstration/products.jsonl', import.meta.url);
const SHELF = readFileSync(SHELF_FILE, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Product)
  .map((product) => ({ product, gated: gatedProductOf(product) }));

const READ_AT = Date.parse('2026-11-25T18:00:00+08:00');
const BEGUN = READ_AT - 3 * 3_600_000;
const AI_LABEL = '小屿 · AI 生成';

/** As the inspection reads it on an evening, three hours after it began. */
export function transcriptFrom({ customer = {}, lines }: WrittenTalk): Transcript {
  let at = BEGUN;
  const events = lines.map((line, index): Recorded => {
    at += (line.min ?? 1) * 60_000;
    const daysAgo = 'act' in line ? (line.daysAgo ?? 0) : 0;
    const event = eventOf(line);
    return { seq: index + 1, at: at - daysAgo * 86_400_000, actor: 'service', event };
  });
  const investor = customer === 'visitor' ? null : investorFrom(customer);
  const known = {
    customerAt: () => investor,
    shelf: SHELF,
    allowedHosts: [],
    learned: loadGuardModel(),
  };
  return transcriptOf(events, known, READ_AT);
}

function investorFrom(person: Person): Investor {
  const { age = 40, tolerance = 5, assessed = 'valid', personalization = true } = person;
  const today = toLocalDate(READ_AT);
  const assessedOn = { valid: addDays(today, -30), expired: addDays(today, -500), never: null };
  return {
    age,
    tolerance: assessed === 'never' ? null : tolerance,
    assessedOn: assessedOn[assessed],
    investorClass: 'ordinary',
    lowestCategory: false,
    identityVerified: true,
    personalization,
  };
}

const ADVISOR = { id: 'advisor1', name: '周谨言', licences: [] };
const partsOf = (words: Words) => (typeof words === 'string' ? { text: words } : words);

/** Only what the inspection reads of it. */
const recorded = (event: object): ConversationEvent => event as ConversationEvent;
const statement = (text: string, aiLabel: string) =>
  ({ text, aiLabel, citations: [], facts: [], cards: [] }) as unknown as Statement;

function eventOf(line: Line): ConversationEvent {
  if ('customer' in line) return recorded({ kind: 'MessageReceived', text: line.customer });
  if ('bot' in line) {
    const { text, label = AI_LABEL } = partsOf(line.bot) as { text: string; label?: string };
    return recorded({ kind: 'ReplyDecided', statement: statement(text, label) });
  }
  if ('advisor' in line) {
    const { text, reason = null } = partsOf(line.advisor) as { text: string; reason?: string };
    const said = { statement: statement(text, '周谨言 · 真人顾问'), findings: [], reason };
    return recorded({ kind: 'AdvisorSaid', by: ADVISOR, ...said });
  }
  if ('stopped' in line) {
    const { text, words } = line.stopped;
    const findings = words.map((word) => ({ rule: 'L1', severity: 'hard', text: word }));
    return recorded({ kind: 'AdvisorBlocked', by: ADVISOR, text, findings, draft: {} as Draft });
  }
  return actOf(line.act, line.daysAgo ?? 0);
}

function actOf(act: string, daysAgo: number): ConversationEvent {
  switch (act) {
    case 'person_called':
      return recorded({ kind: 'HandoffRequested', reason: 'asked', slots: [] });
    case 'complaint_filed': {
      const deadlines = complaintDeadlines(addDays(toLocalDate(READ_AT), -daysAgo));
      return recorded({ kind: 'ComplaintFiled', deadlines });
    }
    case 'fraud_reported':
      return recorded({ kind: 'FraudReported', sent: false });
    case 'personalisation_declined':
      return recorded({ kind: 'PrivacyRequested', right: 'opt_out' });
    case 'personalisation_accepted':
      return recorded({ kind: 'PrivacyRequested', right: 'opt_in' });
    case 'ended_solved':
    case 'ended_unsolved': {
      const outcome = act === 'ended_solved' ? 'solved' : 'unsolved';
      return recorded({ kind: 'HandoffResolved', by: ADVISOR, outcome, note: null });
    }
    default:
      throw new Error(`no act ${act}`);
  }
}
