import type { Step, TurnContext } from '../../conversation/agent.js';
import type { Wordings } from '../../wording/prompts.js';
import { confirmed } from './confirmation.js';
import type { Paragraph } from './paragraph.js';
import { join, worded } from './paragraph.js';
import { briefly, isList, withMark } from './said-again.js';
import { CALL_A_PERSON } from './social.js';

/** 接着说: an answer in the light of what was said before it: put right, confirmed or told again. */

type LooksBack = Extract<Step, { say: 'look_back' }>;

/** More than one correction in a conversation: a person may be what helps. */
const REPAIRS_BEFORE_PERSON = 1;

export function lookBackParagraph(
  wordings: Wordings,
  { state, seed }: TurnContext,
  { how, words }: LooksBack,
  answers: readonly Paragraph[],
): Paragraph {
  switch (how) {
    case 'misheard': {
      const isAgain = state.repairs >= REPAIRS_BEFORE_PERSON;
      const id = isAgain ? 'look_back_misheard_again' : 'look_back_misheard';
      const sorry = worded(wordings, id, {}, seed, { suggestions: isAgain ? [CALL_A_PERSON] : [] });
      return join([sorry, ...answers]);
    }
    case 'claim':
      return yesOrNo(wordings, words, answers, seed);
    case 'recall':
      return toldAgain(wordings, words, answers, seed);
  }
}

/** Yes or no first; where no answer decides it, what is known of the matter. */
function yesOrNo(
  wordings: Wordings,
  claim: string,
  answers: readonly Paragraph[],
  seed: number,
): Paragraph {
  const verdict = confirmed(claim, answers);
  if (!verdict) return answers[0] as Paragraph;
  const { isRight, evidence } = verdict;
  const id = isRight ? 'look_back_yes' : 'look_back_no';
  return inWording(wordings, id, evidence, seed);
}

/** The one sentence that was asked for again. */
function toldAgain(
  wordings: Wordings,
  words: string,
  answers: readonly Paragraph[],
  seed: number,
): Paragraph {
  const [answer] = answers as [Paragraph, ...Paragraph[]];
  const blocks = answer.text.split('\n\n');
  if (isList(blocks)) return answer;
  const text = withMark(briefly(blocks, words), answer);
  return inWording(wordings, 'look_back_recall', { ...answer, text }, seed);
}

function inWording(wordings: Wordings, id: string, part: Paragraph, seed: number): Paragraph {
  const said = worded(wordings, id, { text: part.text }, seed);
  return { ...part, text: said.text, wording: [...part.wording, ...said.wording] };
}
