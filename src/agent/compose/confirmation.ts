import { mattersIn } from '../understand/topic.js';
import { figureIn, heldAgainst } from './claimed-figures.js';
import type { Paragraph } from './paragraph.js';
import { withMark } from './said-again.js';
import { isCaution, pairsOf, sentencesOf, sharedPairs } from './sentences.js';
import { claimed, polarityIn } from './polarity.js';

/** 对不对: whether what the customer has understood is what an answer says, and the sentence that says so. */

export interface Confirmed {
  readonly isRight: boolean;
  /** The answer cut down to the sentence that decides. */
  readonly evidence: Paragraph;
}

/** Null: no answer speaks of what is claimed, or they speak both ways. */
export function confirmed(claim: string, answers: readonly Paragraph[]): Confirmed | null {
  for (const answer of answers) {
    const found = byFigure(claim, answer) ?? byMatter(claim, answer);
    if (found) return found;
  }
  return null;
}

function byFigure(claim: string, answer: Paragraph): Confirmed | null {
  const figure = figureIn(claim);
  // 「R2 不会亏」 is about losing: the grade only says of what.
  if (!figure || (figure.kind === 'grade' && claimed(claim))) return null;
  const sentences = sentencesOf(answer.text);
  const verdicts = sentences.map((sentence) => heldAgainst(figure, sentence));
  const same = verdicts.indexOf('same');
  if (same >= 0) return told(true, answer, sentences, same);
  const stressed = sentences.findIndex(
    (sentence, at) => verdicts[at] === 'other' && sentence.includes('**'),
  );
  return stressed >= 0 ? told(false, answer, sentences, stressed) : null;
}

/**
 * The sentence nearest to the claim among those that speak of its matter. What is claimed of deposits is
 * not decided by a sentence on funds, and two that contradict each other decide nothing.
 */
function byMatter(claim: string, answer: Paragraph): Confirmed | null {
  const what = claimed(claim);
  if (!what) return null;
  const sentences = sentencesOf(answer.text);
  const first = sentences.filter((sentence) => answer.text.split('\n\n')[0]?.includes(sentence));
  return inThese(claim, what, answer, first) ?? inThese(claim, what, answer, sentences);
}

function inThese(
  claim: string,
  what: NonNullable<ReturnType<typeof claimed>>,
  answer: Paragraph,
  sentences: readonly string[],
): Confirmed | null {
  const letters = claim.toUpperCase().match(/(?<![A-Z0-9])[AC](?![A-Z0-9])/g) ?? [];
  const wanted = pairsOf(claim);
  const subjects = mattersIn(claim).filter((one) => SUBJECTS.test(one));
  const clauses = sentences.flatMap((sentence, at) =>
    // One line of a table is not the table: 「申购费：不收」 does not make it free.
    LINE.test(sentence)
      ? []
      : sentence.split(/[，,；;]/).flatMap((clause) => {
          const isOfIt =
            subjects.every((one) => sentence.includes(one)) &&
            letters.every((one) => clause.toUpperCase().includes(one));
          const polarity = isOfIt ? polarityIn(clause, what.matter) : null;
          return polarity === null ? [] : [{ at, polarity, near: sharedPairs(clause, wanted) }];
        }),
  );
  const [best] = [...clauses].sort((a, b) => b.near - a.near);
  if (!best) return null;
  const rivals = clauses.filter(
    ({ at, near, polarity }) => polarity !== best.polarity && (near >= best.near || at === best.at),
  );
  if (rivals.length > 0) return null;
  // 「全赔」 is not so where it is within a limit.
  const isLimited = WITHOUT_LIMIT.test(claim) && LIMITED.test(sentences[best.at] ?? '');
  return told(best.polarity === what.polarity && !isLimited, answer, sentences, best.at);
}

const WITHOUT_LIMIT =
  /全(部|都|额)?(赔|退|收|免|保)|都(赔|退|免|能|保)|随时|任何时候|一定|永远|无论多少/;
const LIMITED = /限额|以内|最多|上限|不超过|除非|只有/;

const LINE = /^- /;
const SUBJECTS = /存款|定期|存单|理财|基金|国债|保险(?!范围)|信托|短债|债基|货基/;

function told(
  isRight: boolean,
  answer: Paragraph,
  sentences: readonly string[],
  at: number,
): Confirmed {
  const kept = sentences.filter((sentence, index) => index === at || isCaution(sentence)).join('');
  return {
    isRight,
    evidence: { ...answer, text: withMark(kept.replace(/^[-：]\s*/, ''), answer) },
  };
}
