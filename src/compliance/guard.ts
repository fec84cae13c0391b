import type { Basis, Finding, Verdict } from '../terms/finding.js';
import type { Citation } from '../terms/passage.js';
import type { Product } from '../terms/product.js';
import { effectiveRiskLevel } from '../terms/product.js';
import type { Card, Draft, Statement } from '../terms/statement.js';
import { withDisclosures } from './disclosures.js';
import { learnedFindings } from './learned/judge.js';
import { RULES } from './rules.js';
import { utteranceOf } from './utterance.js';
import type { GuardContext, Source, Speaker } from './utterance.js';

export { RULE_VERSION } from './rules.js';
export type { GuardContext } from './utterance.js';

/** Longest text that is read in full, UTF-16 units; our own drafts must stay under `MAX_REPLY`. */
export const MAX_READ = 16_000;
export const MAX_REPLY = 4_000;

const HOUSE = (article: string): Basis => ({ instrument: '数智员工守则', article, tag: 'M' });

/** Everything wrong with a text, by place; one finding for one rule at one place. */
export function inspect(text: string, context: GuardContext): readonly Finding[] {
  const utterance = utteranceOf(text.slice(0, MAX_READ), context);
  const findings = RULES.flatMap((rule) => rule.inspect(utterance));
  if (isLeftToTheModel(findings, context)) {
    findings.push(...learnedFindings(utterance, context.learned!, RULES));
  }
  const limit = context.speaker === 'customer' ? MAX_READ : MAX_REPLY;
  if (text.length > limit) findings.push(tooLong(text, limit));
  return merge(findings);
}

/** The model adds to rules that found nothing; where one did, its finding explains itself better. */
const isLeftToTheModel = (findings: readonly Finding[], context: GuardContext): boolean =>
  context.learned !== undefined && context.speaker !== 'customer' && findings.length === 0;

const tooLong = (text: string, limit: number): Finding => ({
  rule: 'LENGTH',
  severity: 'hard',
  start: limit,
  end: text.length,
  text: text.slice(limit, limit + 20),
  basis: HOUSE('篇幅'),
});

const SEVERITIES = ['hard', 'soft'];

/** Overlapping findings of one rule are one: the widest, with the hardest severity. */
export function merge(findings: readonly Finding[]): readonly Finding[] {
  const sorted = [...findings].sort(
    (a, b) =>
      a.start - b.start ||
      b.end - a.end ||
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
  const kept: Finding[] = [];
  for (const finding of sorted) {
    const at = kept.findIndex((other) => other.rule === finding.rule && finding.start < other.end);
    if (at < 0) kept.push(finding);
    else if (finding.severity === 'hard') kept[at] = { ...kept[at]!, severity: 'hard' };
  }
  return kept;
}

/** What a customer says is a signal, never a breach. */
export function verdictOf(findings: readonly Finding[], speaker: Speaker): Verdict {
  if (speaker === 'customer' || findings.length === 0) return 'pass';
  return findings.some(({ severity }) => severity === 'hard') ? 'block' : 'rewrite';
}

export type Guarded =
  | {
      readonly verdict: 'pass';
      readonly statement: Statement;
      readonly findings: readonly Finding[];
    }
  | { readonly verdict: 'rewrite' | 'block'; readonly findings: readonly Finding[] };

/**
 * 发言前的检查: the only maker of a `Statement`. Adds the disclosures the words need, then reads the
 * text with the draft's own citations and facts as grounds, the labels of suggestions, and the
 * products' own sentences on cards (their figures come from the product master). Offsets of a
 * finding are of the text it was found in. `reason`: why an advisor says it although something is
 * softly objected to; the digital employee has none.
 */
export function guard(
  draft: Draft,
  context: GuardContext,
  aiLabel: string,
  reason: string | null = null,
): Guarded {
  const product = context.product ?? subjectOf(draft.cards);
  const own: GuardContext = {
    ...context,
    ...(product && { product }),
    passages: draft.citations.map(sourceOf),
    facts: [...(context.facts ?? []), ...draft.facts, countOfCards(draft.cards)],
    said: [
      ...(context.said ?? []),
      ...(context.passages ?? []).map(({ text }) => text),
      ...productsOn(draft.cards).flatMap(textsOf),
    ],
  };
  // The model judges sentences; a button's three words are for the rules.
  const { learned: _, ...rulesOnly } = own;
  const isOurs = context.speaker === 'bot' || context.isDraft === true;
  const text = isOurs ? withDisclosures(draft.text, offCards(draft, context)) : draft.text;
  const findings = [
    ...inspect(text, own),
    ...draft.suggestions.flatMap(({ label }) => inspect(label, rulesOnly)),
    ...productsOn(draft.cards).flatMap((product) => inspectCard(product, context)),
    ...labelFindings(aiLabel, context.speaker),
  ].map((finding) => answeredFor(finding, context.speaker));
  const found = verdictOf(findings, context.speaker);
  const isExplained = found === 'rewrite' && reason !== null && context.speaker === 'advisor';
  const verdict = isExplained ? 'pass' : found;
  if (verdict !== 'pass') return { verdict, findings };
  return { verdict, findings, statement: { ...draft, text, aiLabel } as Statement };
}

/** A figure that an advisor brings along is theirs to answer for, with a reason on record. */
const answeredFor = (finding: Finding, speaker: Speaker): Finding =>
  speaker === 'advisor' && finding.rule === 'FIGURE' ? { ...finding, severity: 'soft' } : finding;

const sourceOf = (citation: Citation): Source => ({ ...citation, id: citation.passage });

/** A card shows the grade itself; the words must where there is none. */
const offCards = ({ cards }: Draft, { products = [] }: GuardContext): readonly Product[] => {
  const shown = new Set(productsOn(cards).map(({ code }) => code));
  return products.filter(({ code }) => !shown.has(code));
};

const productsOn = (cards: readonly Card[]): readonly Product[] =>
  cards.flatMap((card) => {
    if (card.kind === 'product_facts') return [card.product];
    return card.kind === 'comparison' ? card.products : [];
  });

/** How many products a comparison shows may be said: 「这 2 款」. */
const countOfCards = (cards: readonly Card[]) => ({
  value: productsOn(cards).length,
  unit: 'count' as const,
  label: '卡片上的产品数',
});

const textsOf = (product: Product): readonly string[] => [
  product.name,
  product.description,
  product.mainLoss,
  ...product.aliases,
];

/** A reply with one product card is about that product. */
function subjectOf(cards: readonly Card[]): GuardContext['product'] {
  const [only, ...others] = productsOn(cards);
  return only && others.length === 0 ? asSubject(only) : undefined;
}

const asSubject = (product: Product): NonNullable<GuardContext['product']> => ({
  regime: product.regime,
  type: product.type,
  riskLevel: effectiveRiskLevel(product),
});

function inspectCard(product: Product, context: GuardContext): readonly Finding[] {
  const about: GuardContext = {
    speaker: context.speaker,
    allowedHosts: context.allowedHosts,
    ...(context.learned && { learned: context.learned }),
    product: asSubject(product),
  };
  // A name is no sentence, as a button's words are none.
  const { learned: _, ...rulesOnly } = about;
  return [
    ...inspect(product.name, rulesOnly),
    ...[product.description, product.mainLoss].flatMap((text) => inspect(text, about)),
  ];
}

/** 标识义务: what the digital employee says carries a label that names it as AI. */
function labelFindings(aiLabel: string, speaker: Speaker): readonly Finding[] {
  if (speaker !== 'bot' || /AI|人工智能/i.test(aiLabel)) return [];
  const basis = HOUSE('标识');
  return [{ rule: 'AI_LABEL', severity: 'hard', start: 0, end: 0, text: '', basis }];
}
