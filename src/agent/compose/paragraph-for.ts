import type { Settled, ToolResult, TurnContext } from '../../conversation/agent.js';
import { isOurs } from '../../conversation/agent.js';
import { failsAgain } from '../../conversation/handoff/triggers.js';
import type { ToldSoFar } from '../../conversation/events.js';
import type { Passage } from '../../terms/passage.js';
import type { RefusedSubject } from '../../terms/command.js';
import type { Wordings } from '../../wording/prompts.js';
import { CONVERSION } from '../understand/conversion-asked.js';
import type { Said } from './answer.js';
import { assessmentParagraph } from './assessment.js';
import { answerParagraph } from './answer.js';
import { conversionParagraphs } from './conversion.js';
import { coolingOffParagraphs } from './cooling-off.js';
import { comparisonParagraph } from './comparison.js';
import { datesParagraph } from './dates.js';
import { filesIn, filesWording } from './files.js';
import { flowParagraph } from './flow.js';
import { emergencyParagraph } from './emergency.js';
import type { HandoffDeps } from './handoff.js';
import { handoffParagraph, slotFacts } from './handoff.js';
import type { Paragraph } from './paragraph.js';
import { join, paragraph, worded } from './paragraph.js';
import { closedParagraph, profileParagraph } from './profile.js';
import { productParagraph } from './product.js';
import { answerParagraph as planAnswerParagraph } from './plan-answer.js';
import { planSideParagraph } from './plan-sides.js';
import { statusParagraph } from './plan-status.js';
import { lawOf } from './law.js';
import { rebalanceParagraph } from './rebalance.js';
import { recordParagraph } from './own-record.js';
import { portfolioParagraph } from './portfolio.js';
import { proposalParagraph } from './drafted-plan.js';
import { goalParagraph, goOnParagraph } from './proposal.js';
import { explained, moneyAtRate } from './reckoning.js';
import { settledParagraph } from './settled.js';
import { listParagraph } from './shelf.js';
import type { Spoken } from './social.js';
import { OPT_IN } from './proposal.js';
import { CALL_A_PERSON, socialParagraph } from './social.js';
import { unsureParagraph } from './unsure.js';

/** 逐步成段: each kind of step has its own way of being said. */

export interface ComposeDeps extends HandoffDeps {
  readonly institution: string;
  readonly assistant: string;
}

/** With what this turn is about. */
export type Speaking = ComposeDeps & Pick<Spoken, 'isOfProduct'>;

/** A score up to which the customer is told what else they can do. */
const POORLY_SERVED = 2;

/** One step and what its tools found, in words. */
export function paragraphFor(
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
        lookedUp(wordings, context, step, result as ToolResult)
      );
    case 'product':
      return productParagraph(
        wordings,
        step.aspects,
        result as ToolResult,
        context.today,
        step.query,
        customersWords(context),
        step.call.name === 'check_suitability',
      );
    case 'comparison':
      return comparisonParagraph(
        wordings,
        step.aspects,
        result as ToolResult,
        context.today,
        step.query ?? saidIn(context).words,
        customersWords(context),
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
    case 'assistant_back':
      return say('handoff_back');
    case 'service_rated':
      return say(step.rating.score <= POORLY_SERVED ? 'service_rated_poor' : 'service_rated');
    case 'clarify':
      if (step.against !== undefined) return say('clarify_against', { name: step.against });
      if (step.options.length === 0) return say('clarify_open');
      return say(
        'clarify',
        { options: step.options.map(({ label }) => label).join('，还是') },
        { suggestions: step.options.map(({ label, say: words }) => ({ label, say: words })) },
      );
    case 'refusal':
      return refusalParagraph(wordings, context, step.subject, result);
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
      return goalParagraph(wordings, context, result as ToolResult, step);
    case 'plan_answer':
      return planAnswerParagraph(wordings, context, step.answer);
    case 'plan_status':
      return statusParagraph(wordings, context);
    case 'plan_side':
      return planSideParagraph(wordings, context, step.about, result);
    case 'rebalance':
      return rebalanceParagraph(wordings, context, result as ToolResult);
    case 'settled':
      return settledParagraph(wordings, context, step.flow);
    case 'own_account':
      return say(
        context.customer === null ? 'own_account' : 'own_account_other',
        {},
        { suggestions: [CALL_A_PERSON] },
      );
    case 'own_portfolio':
      return portfolioParagraph(
        wordings,
        step,
        result as ToolResult,
        saidIn(context).before,
        context.state.held.length > 0,
      );
    case 'own_record':
      return recordParagraph(wordings, step, result as ToolResult, all);
    case 'out_of_scope':
      return say('out_of_scope', {}, { suggestions: [CALL_A_PERSON] });
    case 'look_back':
      // Said with the answers it belongs to.
      return paragraph('');
    case 'files_kept': {
      const id = filesWording(all);
      const suggestions = id === 'files_kept' ? [CALL_A_PERSON] : [];
      return say(id, filesIn(context), { suggestions });
    }
    case 'social':
      return socialParagraph(wordings, step.act, { ...deps, isBeside: all.length > 1 }, context);
    case 'unsure':
      return (
        reckonedAnswer(context, []) ??
        unsureParagraph(
          wordings,
          context.seed,
          { query: step.query, result },
          failsAgain(context.state, all),
        )
      );
  }
}

/** What the handbook says, after what is so of the customer's own. */
function lookedUp(
  wordings: Wordings,
  context: TurnContext,
  { query, call }: Extract<Settled['step'], { say: 'answer' }>,
  result: ToolResult,
): Paragraph {
  const said = saidIn(context);
  const answer = answerParagraph(wordings, query, result, context.seed, said);
  const isOfConversion = call.args['entry'] === CONVERSION;
  const own = [
    ...coolingOffParagraphs(wordings, result),
    ...(isOfConversion ? conversionParagraphs(wordings, context, said.words) : []),
  ];
  return own.length === 0 ? answer : join([...own, answer]);
}

/** What is not done, with the articles behind it where a law is. */
function refusalParagraph(
  wordings: Wordings,
  { seed, optedOut = false }: TurnContext,
  subject: RefusedSubject,
  result: ToolResult | null,
): Paragraph {
  const { passages = [] } = result ?? {};
  const suggestions = subject.startsWith('coached') ? [] : [CALL_A_PERSON];
  const values = { law: lawOf(passages) };
  if (subject === 'personal_pick' && optedOut) {
    return worded(wordings, 'refuse_pick_opted_out', {}, seed, {
      suggestions: [OPT_IN, CALL_A_PERSON],
    });
  }
  return worded(wordings, `refuse_${subject}`, values, seed, { passages, suggestions });
}

/** 「七日年化1.8，一万块一天多少」 of no product in particular. */
function reckonedAnswer(context: TurnContext, passages: readonly Passage[]): Paragraph | null {
  const reckoned = moneyAtRate(saidIn(context).words);
  return reckoned && explained(paragraph(reckoned.text, { facts: reckoned.facts }), passages);
}

/** Ours is told of in the same reply: theirs needs no warning, only whom to ask. */
const isBesideOurs = (all: readonly Settled[]): boolean =>
  all.some(({ step: { say } }) => say === 'product' || say === 'product_list');

/** What we said before, and the customer's own words now. */
export const saidIn = ({ history, messages }: TurnContext): Said => ({
  before: history.filter(isOurs).map(({ text }) => text),
  words: messages.map(({ text }) => text).join('\n'),
});

/** What the customer said before. */
const customersWords = ({ history }: TurnContext): readonly string[] =>
  history.filter(({ role }) => role === 'customer').map(({ text }) => text);

const toldWording = ({ flow }: ToldSoFar): string =>
  flow === 'complaint' ? 'handoff_told_complaint' : 'handoff_told';
