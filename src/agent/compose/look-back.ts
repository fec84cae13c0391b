import type { Step, TurnContext } from '../../conversation/agent.js';
import type { Wordings } from '../../wording/prompts.js';
import { confirmed } from './confirmation.js';
import type { Paragraph } from './paragraph.js';
import { join, worded } from './paragraph.js';
import { briefly, isList, isSaidAlready, notWordForWord, withMark } from './said-again.js';
import { CALL_A_PERSON } from './social.js';

/** 接着说: an answer in the light of what was said before it: put right, confirmed or told again. */

type LooksBack = Extract<Step, { say: 'look_back' }>;

/** More than one correction in a conversation: a person may be what helps. */
const REPAIRS_BEFORE_PERSON = 1;

export function lookBackParagraph(
  wordings: Wordings,
  context: TurnContext,
  { how, words }: LooksBack,
  answers: readonly Paragraph[],
  isSure = true,
): Paragraph {
  const { state, seed } = context;
  switch (how) {
    case 'misheard': {
      const isAgain = state.repairs >= REPAIRS_BEFORE_PERSON;
      const isNews = answers.some((one) => !isSaidAlready(context, one));
      const id = isSure && isNews ? 'look_back_misheard' : 'look_back_misheard_unsure';
      const suggestions = isAgain ? [CALL_A_PERSON] : [];
      const lead = worded(wordings, isAgain ? `${id}_again` : id, {}, seed, { suggestions });
      return join([lead, ...answers.map((one) => inBrief(context, words, one))]);
    }
    case 'claim':
      return yesOrNo(wordings, context, words, answers);
    case 'recall':
    case 'simpler':
      return toldAgain(wordings, `look_back_${how}`, words, answers, seed);
  }
}

/** What was meant may be part of what was just said: then only that part is said again. */
function inBrief(context: TurnContext, words: string, answer: Paragraph): Paragraph {
  const blocks = answer.text.split('\n\n');
  if (isList(blocks) || !isSaidAlready(context, answer)) return answer;
  return { ...answer, text: withMark(briefly(blocks, words), answer) };
}

/** Yes or no first; where no answer decides it, the one to what was asked before. */
function yesOrNo(
  wordings: Wordings,
  context: TurnContext,
  claim: string,
  answers: readonly Paragraph[],
): Paragraph {
  const verdict = confirmed(claim, answers);
  if (!verdict) {
    const news = answers.find((one) => !isSaidAlready(context, one));
    return undecided(wordings, context, claim, news ?? (answers.at(-1) as Paragraph));
  }
  const { isRight, evidence } = verdict;
  const id = isRight ? 'look_back_yes' : 'look_back_no';
  return inWording(wordings, id, evidence, context.seed);
}

/** Neither yes nor no: what was said of it, in brief where the customer still sees it. */
function undecided(
  wordings: Wordings,
  context: TurnContext,
  claim: string,
  answer: Paragraph,
): Paragraph {
  const brief = inBrief(context, claim, answer);
  return brief === answer
    ? notWordForWord(wordings, answer, context)
    : inWording(wordings, 'said_again', brief, context.seed);
}

/** The one sentence that was asked for again. */
function toldAgain(
  wordings: Wordings,
  id: string,
  words: string,
  answers: readonly Paragraph[],
  seed: number,
): Paragraph {
  const [answer] = answers as [Paragraph, ...Paragraph[]];
  const blocks = answer.text.split('\n\n');
  if (isList(blocks)) return answer;
  const text = withMark(briefly(blocks, words), answer);
  return inWording(wordings, id, { ...answer, text }, seed);
}

function inWording(wordings: Wordings, id: string, part: Paragraph, seed: number): Paragraph {
  const said = worded(wordings, id, { text: part.text }, seed);
  return { ...part, text: said.text, wording: [...part.wording, ...said.wording] };
}
