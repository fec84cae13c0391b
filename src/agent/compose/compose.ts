import type {
  Candidate,
  Settled,
  Step,
  TurnContext,
  Understanding,
} from '../../conversation/agent.js';
import { isWithPerson } from '../../conversation/handoff/drafting.js';
import { citationOf } from '../../terms/passage.js';
import type { Draft } from '../../terms/statement.js';
import { plainFirst } from '../../wording/prompts.js';
import { advisorFirst, inAdvisorsVoice } from './advisor-voice.js';
import { freshWordings } from './fresh-words.js';
import { lookBackParagraph } from './look-back.js';
import { withoutDaysOnRecord } from './own-record.js';
import { isSilent, notWordForWord } from './said-again.js';
import type { Paragraph } from './paragraph.js';
import { join, paragraph } from './paragraph.js';
import { STRONG_EVIDENCE } from '../understand/topic.js';
import { llmPrompts } from '../understand/llm-prompts.js';
import { namedInFull } from './named-in-full.js';
import { offShelfLine } from './product.js';
import { seenBeside } from './seen-beside.js';
import { englishNote } from './english-note.js';
import { circumstancesChanged } from './circumstances-changed.js';
import { categoryChange } from './category-change.js';
import { coolingOffParagraphs } from './cooling-off.js';
import { mismatchWarnings } from './suitability-warning.js';
import type { ComposeDeps, Speaking } from './paragraph-for.js';
import { paragraphFor, saidIn } from './paragraph-for.js';

/** No reply is worded as one of so many before it, where it can be helped. */
const STILL_HEARD = 4;

/** Steps and what their tools found, in words: templates, extracts, figures from facts. */
export function composeDraft(
  given: ComposeDeps,
  context: TurnContext,
  settled: readonly Settled[],
  understanding: Understanding,
): Draft {
  const spoken = understanding.candidate;
  const { wordings } = given;
  const fresh = freshWordings(wordings, saidIn(context).before.slice(-STILL_HEARD));
  const plain = context.register === 'plain' ? plainFirst(fresh) : fresh;
  const isForPerson = isWithPerson(context);
  const deps: Speaking = {
    ...given,
    wordings: isForPerson ? advisorFirst(plain) : plain,
    isOfProduct: [...(understanding.named ?? []), ...context.state.products].length > 0,
  };
  const whole = spoken
    ? join([
        ...coolingOff(deps, settled),
        ...offShelf(deps, spoken, settled),
        { ...spokenParagraph(deps, spoken), ...besides(deps, context, settled) },
        ...categoryChange(wordings, context, settled),
        ...mismatchWarnings(wordings, context, settled.filter(wasLookedUp)),
        composed(deps, context, settled, (one) => !wasLookedUp(one)),
      ])
    : composed(deps, context, settled);
  const seen = seenBeside(settled, saidIn(context).words);
  const text = isForPerson ? inAdvisorsVoice(whole.text) : whole.text;
  return draftOf({ ...whole, text, cards: [...whole.cards, ...seen] }, understanding.model);
}

/** The templates of the steps that `admits` lets through. */
function composed(
  deps: Speaking,
  context: TurnContext,
  settled: readonly Settled[],
  admits: (one: Settled) => boolean = () => true,
): Paragraph {
  const steps = withoutDaysOnRecord(settled).filter(admits);
  const parts = [
    ...englishNote(deps.wordings, saidIn(context)),
    ...categoryChange(deps.wordings, context, steps),
    ...inTheLightOfBefore(deps, context, settled, withoutRepeats(steps)),
    ...mismatchWarnings(deps.wordings, context, steps),
    ...circumstancesChanged(deps.wordings, context, settled),
  ];
  const spokenOf = steps.flatMap(({ step, result }) =>
    step.say === 'product' || step.say === 'dates' ? (result?.products ?? []) : [],
  );
  return namedInFull(deps.wordings, spokenOf, join(parts), saidIn(context));
}

/** Paragraph by paragraph; what was looked up is said in the light of the words that looked back. */
function inTheLightOfBefore(
  deps: Speaking,
  context: TurnContext,
  all: readonly Settled[],
  steps: readonly Settled[],
): readonly Paragraph[] {
  const say = (one: Settled) => paragraphFor(deps, context, all, one);
  const [back] = steps.flatMap(({ step }) => (step.say === 'look_back' ? [step] : []));
  const others = steps.filter(({ step }) => step.say !== 'look_back');
  const answers = others.filter(({ step }) => step.say !== 'flow');
  if (!back || answers.length === 0)
    return withoutSilence(others.map((one) => freshly(deps, context, one, say(one))));
  const rest = others.filter(({ step }) => step.say === 'flow');
  const isSure = answers.every(isSurelyMeant);
  const said = lookBackParagraph(deps.wordings, context, back, answers.map(say), isSure);
  return [said, ...rest.map(say)];
}

/** A general answer is sure on strong evidence alone, and a question of ours never is. */
const isSurelyMeant = ({ step, result }: Settled): boolean =>
  step.say === 'answer'
    ? (result?.support ?? 0) >= STRONG_EVIDENCE
    : step.say !== 'clarify' && step.say !== 'unsure' && step.say !== 'out_of_scope';

/** What was looked up is not read out twice within a few replies. */
const freshly = (
  { wordings }: Speaking,
  context: TurnContext,
  one: Settled,
  said: Paragraph,
): Paragraph => (isReadOut(one) ? notWordForWord(wordings, said, context) : said);

/** Beside what answers one half of it, nothing is said of the half that knowledge is silent on. */
function withoutSilence(parts: readonly Paragraph[]): readonly Paragraph[] {
  const speaking = parts.filter((part) => !isSilent(part));
  return speaking.length > 0 ? speaking : parts;
}

/** A verdict on who may buy, and days, are said whole whenever they are asked for; so are those left to leave. */
const isReadOut = (one: Settled): boolean =>
  (wasLookedUp(one) || one.step.say === 'own_portfolio') &&
  one.result?.policies === undefined &&
  one.step.say !== 'dates' &&
  !(one.step.say === 'product' && isOnSuiting(one.step));

const isOnSuiting = ({ call, aspects }: Extract<Step, { say: 'product' }>): boolean =>
  call.name === 'check_suitability' || aspects.includes('suitability');

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

/** Nor are the days that are left to leave a policy. */
const coolingOff = ({ wordings }: ComposeDeps, settled: readonly Settled[]) =>
  settled.flatMap(({ result }) => (result ? coolingOffParagraphs(wordings, result) : []));

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
