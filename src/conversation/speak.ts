import type { GuardContext } from '../compliance/guard.js';
import { guard } from '../compliance/guard.js';
import type { LearnedModel } from '../compliance/learned/model.js';
import type { NameGrounds } from '../compliance/utterance.js';
import type { Finding } from '../terms/finding.js';
import type { Product } from '../terms/product.js';
import { effectiveRiskLevel } from '../terms/product.js';
import type { Draft, Statement } from '../terms/statement.js';
import type { Agent, Settled, Step, Toned, TurnContext, Understanding } from './agent.js';
import { verdictOn } from './gate.js';
import { isWithPerson } from './handoff/drafting.js';
import { isOfPlan } from './proposal/concerned.js';
import { spokenOf } from './proposal/spoken-of.js';

export interface SpeakDeps {
  readonly agent: Agent;
  /** Hosts a reply may link to. */
  readonly allowedHosts: readonly string[];
  readonly aiLabel: string;
  /** What the guard has learned of the house's labelled lines; rules alone without it. */
  readonly learned?: LearnedModel;
  /** The institution's own words whose figures may be repeated, such as its office hours. */
  readonly houseWords: readonly string[];
  /** What the institution and the digital employee are called. */
  readonly ownNames: readonly string[];
  /** Names of other houses, global: a model may not bring one up by itself. */
  readonly otherHouses?: RegExp;
}

/** What will be said, and what was stopped on the way to it. */
export interface Spoken {
  readonly statement: Statement;
  readonly draft: Draft;
  /** A draft the guard stopped; null when the first one passed. */
  readonly stopped: Draft | null;
  /** Nothing composed passed: the statement is the written safe reply. */
  readonly isSafeReply: boolean;
  readonly findings: readonly Finding[];
}

/** The model's words first; if the guard stops them, the templates; if those too, a written reply. */
export async function speak(
  deps: SpeakDeps,
  context: TurnContext,
  settled: readonly Settled[],
  heard: Understanding,
): Promise<Spoken> {
  const understanding = onEvidence(heard, settled);
  const checks = guardContext(deps, context, settled);
  // A model's words stand on sources alone: 「最多赔 800 万」 is no fact because a customer wrote it.
  const firstChecks = understanding.candidate
    ? { ...withoutCustomer(checks, context), names: namesKnown(deps, context, settled) }
    : checks;
  const draft = await deps.agent.compose(context, settled, understanding);
  const first = guard(draft, firstChecks, deps.aiLabel);
  const spoken = { stopped: null, isSafeReply: false, findings: first.findings };
  if (first.verdict === 'pass') return { ...spoken, statement: first.statement, draft };
  if (understanding.candidate) {
    const plain = await deps.agent.compose(context, settled, { ...understanding, candidate: null });
    const second = guard(plain, checks, deps.aiLabel);
    if (second.verdict === 'pass') {
      return { ...spoken, statement: second.statement, draft: plain, stopped: draft };
    }
  }
  const statement = safeStatement(deps, 'blocked');
  return { ...spoken, statement, draft, stopped: draft, isSafeReply: true };
}

/** 换语气: those of the draft's other tones that the same guard passes; a safe reply has none. */
export function inOtherTones(
  deps: SpeakDeps,
  context: TurnContext,
  settled: readonly Settled[],
  { draft, isSafeReply }: Pick<Spoken, 'draft' | 'isSafeReply'>,
): readonly Toned[] {
  if (isSafeReply) return [];
  const checks = guardContext(deps, context, settled);
  return deps.agent.retone(context, draft, settled).flatMap(({ tone, draft: made }) => {
    const told = guard(made, checks, deps.aiLabel);
    return told.verdict === 'pass' ? [{ tone, draft: told.statement }] : [];
  });
}

/**
 * Weak evidence is never turned into an answer, and what the suitability gate found is told by
 * template: neither in whoever's words.
 */
const onEvidence = (heard: Understanding, settled: readonly Settled[]): Understanding =>
  settled.some(({ step }) => step.say === 'unsure' || isJudgement(step))
    ? { ...heard, candidate: null }
    : heard;

const isJudgement = (step: Step): boolean =>
  step.say === 'propose' ||
  step.say === 'goal' ||
  step.say === 'plan_side' ||
  step.say === 'rebalance' ||
  (step.say === 'product' && step.call.name === 'check_suitability');

function withoutCustomer(checks: GuardContext, { messages }: TurnContext): GuardContext {
  const words = new Set(messages.map(({ text }) => text));
  return { ...checks, said: (checks.said ?? []).filter((text) => !words.has(text)) };
}

/** A model may name what the house, its tools or the people of this conversation have named. */
function namesKnown(
  { ownNames, houseWords, otherHouses }: SpeakDeps,
  { messages, history }: TurnContext,
  settled: readonly Settled[],
): NameGrounds {
  const found = settled.flatMap(({ result }) => result?.passages ?? []);
  const products = settled.flatMap(({ result }) => result?.products ?? []);
  return {
    known: [
      ...ownNames,
      ...houseWords,
      ...messages.map(({ text }) => text),
      ...history.map(({ text }) => text),
      ...found.flatMap(({ title, text, issuer, source }) => [title, text, issuer, source ?? '']),
      ...products.flatMap((product) => [
        product.code,
        product.issuer,
        product.manager ?? '',
        ...masterWords(product),
      ]),
    ],
    ...(otherHouses && { houses: otherHouses }),
  };
}

/** Besides facts and passages, a reply may repeat what the customer, the house and the master say. */
function guardContext(
  deps: SpeakDeps,
  context: TurnContext,
  settled: readonly Settled[],
): GuardContext {
  const products = productsIn(settled);
  const [only] = products;
  const verdicts = settled.flatMap(({ result }) =>
    only ? (verdictOn(result?.gate, only.code) ?? []) : [],
  );
  return {
    ...speakerOf(context),
    facts: [],
    passages: [],
    products,
    said: [
      ...context.messages.map(({ text }) => text),
      ...context.state.callbackSlots.map(({ label }) => label),
      ...deps.houseWords,
      ...products.flatMap(masterWords),
      ...settled.flatMap(namesOffered),
      ...(context.proposal && settled.some(isOfPlan) ? spokenOf(context.proposal.state) : []),
      ...(settled.some(asksQuestionnaire) ? questionnaireWords(context) : []),
    ],
    allowedHosts: deps.allowedHosts,
    ...(deps.learned && { learned: deps.learned }),
    // What is legal to say of a deposit is not of a fund, so the guard must know which it is.
    ...(only && products.length === 1
      ? {
          product: { regime: only.regime, type: only.type, riskLevel: effectiveRiskLevel(only) },
          ...(verdicts[0] && { suitability: verdicts[0] }),
        }
      : {}),
  };
}

/** Each once: two questions of one product leave it the only one. */
function productsIn(settled: readonly Settled[]): readonly Product[] {
  const all = settled.flatMap(({ result }) => result?.products ?? []);
  return all.filter(({ code }, at) => all.findIndex((other) => other.code === code) === at);
}

/** Where a person holds the pen, what is drafted is theirs to say. */
const speakerOf = (context: TurnContext): Pick<GuardContext, 'speaker' | 'isDraft'> =>
  isWithPerson(context) ? { speaker: 'advisor', isDraft: true } : { speaker: 'bot' };

/**
 * 「养老目标日期 2045 三年持有」 in a question which of two is meant, and 「定期存一年…」 among the handbook's own
 * questions that lie near; never what a model put there.
 */
function namesOffered({ step, result }: Settled): readonly string[] {
  if (step.say === 'unsure') return (result?.passages ?? []).map(({ title }) => title);
  if (step.say !== 'clarify') return [];
  return [
    ...step.options.flatMap(({ label, product }) => (product ? [label] : [])),
    ...(step.against === undefined ? [] : [step.against]),
  ];
}

const asksQuestionnaire = ({ step }: Settled): boolean =>
  step.say === 'flow' && step.move.flow === 'assessment';

/** 「40 岁及以下」「亏 5 千元以内」: figures of the house's own questions and answers. */
function questionnaireWords({ assessing }: TurnContext): readonly string[] {
  const { questions = [], meanings = [] } = assessing?.questionnaire ?? {};
  const asked = questions.flatMap(({ topic, text, help, options }) => [
    topic,
    text,
    help,
    ...options.flatMap((option) => [option.text, option.label]),
  ]);
  // Questions are counted: 「第 3 题，共 14 题」.
  return [...asked, ...meanings, ...questions.map((_, at) => `第 ${at + 1} 题，共 ${at + 1} 题`)];
}

/** Figures also stand in names and descriptions: 沪深 300, 1 号, 年化 2.10%–2.60%. */
const masterWords = (product: Product): readonly string[] => [
  product.name,
  ...product.aliases,
  product.description,
  product.mainLoss,
  product.benchmark ?? '',
];

/** A written reply that needs nobody's words; if even that is stopped, the turn must not speak. */
export function safeStatement(
  deps: Pick<SpeakDeps, 'agent' | 'allowedHosts' | 'aiLabel'>,
  kind: 'blocked' | 'failed' | 'greeting',
  customerName: string | null = null,
): Statement {
  const draft = deps.agent.safeReply(kind, { customerName });
  const { allowedHosts, aiLabel } = deps;
  const verdict = guard(draft, { speaker: 'bot', facts: [], passages: [], allowedHosts }, aiLabel);
  if (verdict.verdict === 'pass') return verdict.statement;
  const rules = verdict.findings.map(({ rule }) => rule).join(', ');
  throw new Error(`the written reply "${kind}" does not pass the guard (${rules})`);
}
