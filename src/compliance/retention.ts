import type { LocalDate } from '../terms/time.js';
import { addDays } from '../terms/time.js';

/** 保存类别: what is kept how long, from the shortest to the longest basis (个人信息保护法 arts. 19, 47). */
export const RETENTION_CLASSES = ['derived', 'R3', 'R10', 'R20'] as const;
export type RetentionClass = (typeof RETENTION_CLASSES)[number];

export interface ClassRule {
  readonly title: string;
  readonly keepYears: number;
  readonly countsFrom: 'last_event' | 'relationship_end';
  readonly onRequest: 'erase' | 'restrict';
  /** Destroyed only after two people said so, also when the term has run out. */
  readonly fourEyes: boolean;
  /** Article and evidence tag. */
  readonly sources: readonly { readonly article: string; readonly evidence: string }[];
}

/** 保存期限规则: what the house set, one file a version (`knowledge/retention`). */
export interface RetentionRules {
  readonly version: string;
  readonly effective: LocalDate;
  /** What may be erased is erased within so many days of the request. */
  readonly requestDays: number;
  readonly classes: Readonly<Record<RetentionClass, ClassRule>>;
  /** How long a talk with somebody unknown is kept. */
  readonly anonymousDays: number;
  readonly raisedBy: Readonly<Record<string, RetentionClass>>;
  readonly raisedByTools: Readonly<Record<string, RetentionClass>>;
  /** By the first part of a stream's name. */
  readonly streams: Readonly<Record<string, RetentionClass>>;
}

/** What is known of a stream without reading a word of it. */
export interface StreamFacts {
  readonly stream: string;
  /** Kinds of what happened in it, and tools its turns ran. */
  readonly kinds: readonly string[];
  readonly tools: readonly string[];
  /** Somebody who is a customer of the house. */
  readonly isKnown: boolean;
  readonly lastDay: LocalDate;
  /** When the customer's relationship ended; null: it goes on, or there was none. */
  readonly relationshipEnd: LocalDate | null;
  /** A person still works on it: a complaint, a call, a handoff. */
  readonly isUnderWay: boolean;
}

/** The class a stream belongs to as a whole: the longest basis of anything that happened in it. */
export function classOf(rules: RetentionRules, facts: StreamFacts): RetentionClass {
  const [prefix = ''] = facts.stream.includes(':') ? facts.stream.split(':') : [];
  const own = rules.streams[prefix];
  const raised = [
    ...facts.kinds.map((kind) => rules.raisedBy[kind]),
    ...facts.tools.map((tool) => rules.raisedByTools[tool]),
  ].filter((one) => one !== undefined);
  const among = [own ?? 'R3', ...raised];
  return RETENTION_CLASSES.toReversed().find((one) => among.includes(one)) ?? 'R3';
}

/** The first day on which it need not be kept any more; null: the relationship it hangs on goes on. */
export function keptUntil(
  rules: RetentionRules,
  facts: StreamFacts,
  held: RetentionClass = classOf(rules, facts),
): LocalDate | null {
  const rule = rules.classes[held];
  if (held === 'R3' && !facts.isKnown) return addDays(facts.lastDay, rules.anonymousDays);
  if (rule.countsFrom === 'last_event') return addYears(facts.lastDay, rule.keepYears);
  return facts.relationshipEnd === null ? null : addYears(facts.relationshipEnd, rule.keepYears);
}

/** 29 February counts as 1 March where the year has none: never a day too short. */
function addYears(day: LocalDate, years: number): LocalDate {
  const [year, ...rest] = day.split('-');
  const then = `${String(Number(year) + years).padStart(4, '0')}-${rest.join('-')}`;
  const isDay = new Date(`${then}T00:00:00Z`).toISOString().startsWith(then);
  return isDay ? then : addDays(`${then.slice(0, 8)}28`, 1);
}

/** 删除请求的处理结果 for one stream (个人信息保护法 art. 47). */
export type ErasureVerdict =
  | { readonly kind: 'erase'; readonly held: RetentionClass }
  /** 停止除存储和采取必要安全保护措施之外的处理: kept until `until` and used for nothing else. */
  | {
      readonly kind: 'restrict';
      readonly held: RetentionClass;
      readonly until: LocalDate;
      readonly reason: string;
    }
  /** Still needed as it is. `until` null: no end is in sight. */
  | {
      readonly kind: 'retain';
      readonly held: RetentionClass;
      readonly until: LocalDate | null;
      readonly reason: string;
    };

const UNDER_WAY = '事情还在办理，办完以后再处理';
const RELATIONSHIP = '业务关系还在，履行合同需要';

/** What a request to erase means for a stream on a day. */
export function erasureVerdict(
  rules: RetentionRules,
  facts: StreamFacts,
  today: LocalDate,
): ErasureVerdict {
  const held = classOf(rules, facts);
  const rule = rules.classes[held];
  const until = keptUntil(rules, facts, held);
  if (facts.isUnderWay) return { kind: 'retain', held, until, reason: UNDER_WAY };
  if (rule.onRequest === 'erase') return { kind: 'erase', held };
  if (until === null) return { kind: 'retain', held, until, reason: RELATIONSHIP };
  if (until <= today) return { kind: 'erase', held };
  const reason = rule.sources.map(({ article }) => article).join('；');
  return { kind: 'restrict', held, until, reason };
}
