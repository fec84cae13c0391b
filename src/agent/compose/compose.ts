import type {
  Candidate,
  Settled,
  ToolResult,
  TurnContext,
  Understanding,
} from '../../conversation/agent.js';
import { offersPerson } from '../../conversation/decide.js';
import type { ToldSoFar } from '../../conversation/events.js';
import type { Passage } from '../../terms/passage.js';
import { citationOf } from '../../terms/passage.js';
import type { Draft, Suggestion } from '../../terms/statement.js';
import { plainFirst } from '../../wording/prompts.js';
import type { Said } from './answer.js';
import { assessmentParagraph } from './assessment.js';
import { answerParagraph } from './answer.js';
import { comparisonParagraph } from './comparison.js';
import { datesParagraph } from './dates.js';
import { filesIn, filesWording } from './files.js';
import { flowParagraph } from './flow.js';
import { emergencyParagraph } from './emergency.js';
import type { HandoffDeps } from './handoff.js';
import { handoffParagraph, slotFacts } from './handoff.js';
import type { Paragraph } from './paragraph.js';
import { join, paragraph, worded } from './paragraph.js';
import { llmPrompts } from '../understand/llm-prompts.js';
import { namedInFull } from './named-in-full.js';
import { closedParagraph, profileParagraph } from './profile.js';
import { offShelfLine, productParagraph } from './product.js';
import { portfolioParagraph } from './portfolio.js';
import { seenBeside } from './seen-beside.js';
import { goalParagraph, goOnParagraph, proposalParagraph } from './proposal.js';
import { explained, moneyAtRate } from './reckoning.js';
import { answerParagraph as planAnswerParagraph, statusParagraph } from './reviewed-plan.js';
import { settledParagraph } from './settled.js';
import { listParagraph } from './shelf.js';
import type { Spoken } from './social.js';
import { CALL_A_PERSON, socialParagraph } from './social.js';
import { mismatchWarnings } from './suitability-warning.js';

export interface ComposeDeps extends HandoffDeps {
  readonly institution: string;
  readonly assistant: string;
}

/** With what this turn is about. */
type Speaking = ComposeDeps & Pick<Spoken, 'isOfProduct'>;

const REPHRASE: Suggestion = { label: '换个问法', say: '我换个问法' };

/** Steps and what their tools found, in words: templates, extracts, figures from facts. */
export function composeDraft(
  given: ComposeDeps,
  context: TurnContext,
  settled: readonly Settled[],
  understanding: Understanding,
): Draft {
  const spoken = understanding.candidate;
  const { wordings } = given;
  const deps: Speaking = {
    ...given,
    wordings: context.register === 'plain' ? plainFirst(wordings) : wordings,
    isOfProduct: [...(understanding.named ?? []), ...context.state.products].length > 0,
  };
  const whole = spoken
    ? join([
        ...offShelf(deps, spoken, settled),
        { ...spokenParagraph(deps, spoken), ...besides(deps, context, settled) },
        ...mismatchWarnings(wordings, context, settled.filter(wasLookedUp)),
        composed(deps, context, settled, (one) => !wasLookedUp(one)),
      ])
    : composed(deps, context, settled);
  const seen = seenBeside(settled, saidIn(context).words);
  return draftOf({ ...whole, cards: [...whole.cards, ...seen] }, understanding.model);
}

/** The templates of the steps that `admits` lets through. */
function composed(
  deps: Speaking,
  context: TurnContext,
  settled: readonly Settled[],
  admits: (one: Settled) => boolean = () => true,
): Paragraph {
  const steps = settled.filter(admits);
  const parts = [
    ...withoutRepeats(steps).map((one) => paragraphFor(deps, context, settled, one)),
    ...mismatchWarnings(deps.wordings, context, steps),
  ];
  const spokenOf = steps.flatMap(({ step, result }) =>
    step.say === 'product' || step.say === 'dates' ? (result?.products ?? []) : [],
  );
  return namedInFull(deps.wordings, spokenOf, join(parts), saidIn(context));
}

/** A model's own words, with the prompts that asked for them. */
const spokenParagraph = ({ wordings }: ComposeDeps, { text, passages, facts }: Candidate) =>
  paragraph(text, {
    passages,
    facts,
    wording: llmPrompts.map((id) => ({ id, hash: wordings.get(id).hash })),
  });

/** That a product is not sold now is never left to a model to mention. */
const offShelf = ({ wordings }: ComposeDeps, { text }: Candidate, settled: readonly Settled[]) =>
  settled.flatMap(({ step, result }) => {
    const [product] = step.say === 'product' ? (result?.products ?? []) : [];
    const isSaid = /暂停|终止|不能(购)?买|停售/.test(text);
    return (product && !isSaid && offShelfLine({ wordings, product }, text)) || [];
  });

/** What a model's words may stand for; a matter under way, a person or a refusal keep their own. */
const wasLookedUp = ({ step: { say } }: Settled): boolean =>
  say === 'answer' ||
  say === 'product' ||
  say === 'comparison' ||
  say === 'dates' ||
  say === 'product_list';

/** Two questions we know nothing about are one apology. */
const withoutRepeats = (settled: readonly Settled[]): readonly Settled[] =>
  settled.filter(
    ({ step }, index) =>
      (step.say !== 'unsure' && step.say !== 'out_of_scope') ||
      settled.findIndex((other) => other.step.say === step.say) === index,
  );

/** What a model's words come with all the same: cards of what was looked up, and what to ask next. */
function besides(deps: Speaking, context: TurnContext, settled: readonly Settled[]) {
  const looked = settled.filter(wasLookedUp);
  const { cards, suggestions } = join(
    looked.map((one) => paragraphFor(deps, context, settled, one)),
  );
  return { cards, suggestions };
}

export const draftOf = (whole: Paragraph, model: string): Draft => ({
  text: whole.text,
  citations: whole.passages.map(citationOf),
  facts: whole.facts,
  cards: whole.cards,
  suggestions: whole.suggestions,
  wording: whole.wording,
  model,
});

function paragraphFor(
  deps: Speaking,
  context: TurnContext,
  all: readonly Settled[],
  { step, result }: Settled,
): Paragraph {
  const { wordings } = deps;
  const say = (id: string, values: Record<string, string> = {}, part: Partial<Paragraph> = {}) =>
    worded(wordings, id, values, context.seed, part);
  switch (step.say) {
    case 'answer':
      return (
        reckonedAnswer(context, (result as ToolResult).passages) ??
        answerParagraph(
          wordings,
          step.query,
          (result as ToolResult).passages,
          context.seed,
          saidIn(context),
        )
      );
    case 'product':
      return productParagraph(
        wordings,
        step.aspects,
        result as ToolResult,
        context.today,
        step.query,
        context.history.filter(({ role }) => role === 'customer').map(({ text }) => text),
        step.call.name === 'check_suitability',
      );
    case 'comparison':
      return comparisonParagraph(
        wordings,
        step.aspects,
        result as ToolResult,
        context.today,
        saidIn(context).words,
      );
    case 'dates':
      return datesParagraph(wordings, result as ToolResult, {
        today: context.today,
        query: step.query,
        person: CALL_A_PERSON,
      });
    case 'product_list':
      return listParagraph(wordings, step.call.args, result as ToolResult);
    case 'handoff':
      return join([
        handoffParagraph(deps, context, all, step.reason, result as ToolResult),
        ...(step.told ? [say(toldWording(step.told))] : []),
      ]);
    case 'callback_booked':
      return say('callback_booked', { slot: step.slot.label }, { facts: slotFacts(step.slot) });
    case 'handoff_cancelled':
      return say('handoff_cancelled');
    case 'clarify':
      if (step.options.length === 0) return say('clarify_open');
      return say(
        'clarify',
        { options: step.options.map(({ label }) => label).join('，还是') },
        { suggestions: step.options.map(({ label, say: words }) => ({ label, say: words })) },
      );
    case 'refusal':
      return say(
        `refuse_${step.subject}`,
        {},
        { suggestions: step.subject === 'coached_assessment' ? [] : [CALL_A_PERSON] },
      );
    case 'emergency':
      return emergencyParagraph(wordings, context, step);
    case 'foreign_product':
      return say(
        isBesideOurs(all) ? 'foreign_beside' : 'foreign_product',
        {},
        { suggestions: [CALL_A_PERSON] },
      );
    case 'my_profile':
      return profileParagraph(wordings, context, result as ToolResult);
    case 'assessment_closed':
      return closedParagraph(wordings, context, result as ToolResult);
    case 'flow':
      if (step.move.flow === 'assessment') {
        const assessed = assessmentParagraph(wordings, context, step.move, result);
        return join([assessed ?? paragraph(''), ...goOnParagraph(wordings, context, step.move)]);
      }
      return flowParagraph(wordings, context, step.move) ?? paragraph('');
    case 'propose':
      return proposalParagraph(wordings, context, result as ToolResult);
    case 'goal':
      return goalParagraph(wordings, context, result as ToolResult);
    case 'plan_answer':
      return planAnswerParagraph(wordings, context, step.answer);
    case 'plan_status':
      return statusParagraph(wordings, context);
    case 'settled':
      return settledParagraph(wordings, context, step.flow);
    case 'own_account':
      return say(
        context.customer === null ? 'own_account' : 'own_account_other',
        {},
        { suggestions: [CALL_A_PERSON] },
      );
    case 'own_portfolio':
      return portfolioParagraph(wordings, step, result as ToolResult, saidIn(context).before);
    case 'out_of_scope':
      return say('out_of_scope', {}, { suggestions: [CALL_A_PERSON] });
    case 'files_kept': {
      const id = filesWording(all);
      const suggestions = id === 'files_kept' ? [CALL_A_PERSON] : [];
      return say(id, filesIn(context), { suggestions });
    }
    case 'social':
      return socialParagraph(wordings, step.act, deps, context);
    case 'unsure':
      return (
        reckonedAnswer(context, []) ??
        say(
          offersPerson(context.state, all) ? 'unsure_again' : 'unsure',
          {},
          {
            suggestions: [CALL_A_PERSON, REPHRASE],
          },
        )
      );
  }
}

/** 「七日年化1.8，一万块一天多少」 of no product in particular. */
function reckonedAnswer(context: TurnContext, passages: readonly Passage[]): Paragraph | null {
  const reckoned = moneyAtRate(saidIn(context).words);
  return reckoned && explained(paragraph(reckoned.text, { facts: reckoned.facts }), passages);
}

/** Ours is told of in the same reply: theirs needs no warning, only whom to ask. */
const isBesideOurs = (all: readonly Settled[]): boolean =>
  all.some(({ step: { say } }) => say === 'product' || say === 'product_list');

const saidIn = ({ history, messages }: TurnContext): Said => ({
  before: history.filter(({ role }) => role === 'assistant').map(({ text }) => text),
  words: messages.map(({ text }) => text).join('\n'),
});

const toldWording = ({ flow }: ToldSoFar): string =>
  flow === 'complaint' ? 'handoff_told_complaint' : 'handoff_told';
