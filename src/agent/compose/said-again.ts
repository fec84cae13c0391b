import type { TurnContext } from '../../conversation/agent.js';
import { isOurs } from '../../conversation/agent.js';
import type { Wordings } from '../../wording/prompts.js';
import type { Paragraph } from './paragraph.js';
import { worded } from './paragraph.js';
import { CALL_A_PERSON } from './social.js';
import { isCaution, pairsOf, sentencesOf, sharedPairs } from './sentences.js';

/** 说过的话: what the last replies said is not read out again word for word. */

/** So many replies back, a customer still sees the words. */
const STILL_SEEN = 4;
/** Shorter blocks, such as a heading, are no answer of their own. */
const MIN_BLOCK = 12;
const LIST = /^(- |\d+\. )/;
const WHETHER = /[吗么][?？\s]*$|([一-鿿])不\1/;
/** So much of what is asked was asked then, too: it is the same question. */
const SAME = 0.6;

/**
 * The paragraph as it is where part of it is news. Asked the same again, the one sentence that answers;
 * asked otherwise, what of it speaks of that. A list is shown again: a part of it would be another list.
 */
export function notWordForWord(
  wordings: Wordings,
  whole: Paragraph,
  context: TurnContext,
): Paragraph {
  const blocks = blocksOf(whole.text);
  const then = lastSaid(context, blocks);
  if (then === null || blocks.length === 0) return whole;
  const say = (id: string, text: string): Paragraph => {
    const wording = wordings.get(id);
    return {
      ...whole,
      text: wording.render({ text: withMark(text, whole) }, context.seed),
      wording: [...whole.wording, { id: wording.id, hash: wording.hash }],
    };
  };
  if (isList(blocks)) return say('said_again_list', whole.text);
  const words = context.messages.map(({ text }) => text).join('\n');
  const isSame = whole.passages.length === 0 || isSameQuestion(words, then);
  if (isSame) return say('said_again', briefly(blocks, words));
  const news = otherwise(blocks, words, then);
  const isOfEntry = whole.passages.every(({ kind }) => kind === 'faq');
  return news.isOfIt || !isOfEntry
    ? say('said_again_other', news.text)
    : worded(wordings, 'said_again_silent', {}, context.seed, {
        suggestions: [...whole.suggestions, CALL_A_PERSON],
      });
}

export const isSilent = ({ wording }: Paragraph): boolean =>
  wording.some(({ id }) => id === 'said_again_silent');

/** Whether all of it stands in one of the last replies. */
export const isSaidAlready = (context: TurnContext, { text }: Paragraph): boolean =>
  lastSaid(context, blocksOf(text)) !== null;

/** What the customer had asked when all of this was said last; null: some of it was not. */
function lastSaid({ history }: TurnContext, blocks: readonly string[]): string | null {
  const replies = history.flatMap((one, at) => (isOurs(one) ? [at] : []));
  const long = blocks.filter((block) => [...block].length >= MIN_BLOCK).map(bare);
  const at = replies.slice(-STILL_SEEN).findLast((reply) => {
    const said = new Set(blocksOf(history[reply]?.text ?? '').map(bare));
    return long.length > 0 && long.every((block) => said.has(block));
  });
  if (at === undefined) return null;
  return history.slice(0, at).findLast(({ role }) => role === 'customer')?.text ?? '';
}

const blocksOf = (text: string): readonly string[] =>
  text.split('\n\n').filter((block) => block.trim() !== '');

export const isList = (blocks: readonly string[]): boolean =>
  blocks.some((block) => LIST.test(block));

/** Without marks of citation, which count anew in every reply, and without bold, which a person does not send. */
const bare = (block: string): string => block.replace(/\s*\[\d+\]|\*\*/g, '').trim();

function isSameQuestion(words: string, then: string): boolean {
  const now = pairsOf(words);
  return now.size === 0 || sharedPairs(then, now) / now.size >= SAME;
}

/** The sentence that shares most with what was asked, the first where none does, with its caution. */
export function briefly(blocks: readonly string[], words: string): string {
  const sentences = blocks.flatMap(marked);
  const scores = sentences.map((sentence) => sharedPairs(sentence, pairsOf(words)));
  return only(sentences, (at) => at === scores.indexOf(Math.max(...scores)));
}

/** What was asked then has had its sentence: of the rest, what speaks of what is asked now. */
function otherwise(blocks: readonly string[], words: string, then: string): News {
  const sentences = blocks.flatMap(marked);
  const before = pairsOf(then);
  const wanted = new Set([...pairsOf(words)].filter((pair) => !before.has(pair)));
  const signs = new Set([...words].filter((sign) => !IDLE.test(sign) && !then.includes(sign)));
  const scores = sentences.map(
    (sentence) =>
      PAIR_WEIGHT * sharedPairs(sentence, wanted) +
      [...signs].filter((sign) => sentence.includes(sign)).length,
  );
  const best = Math.max(...scores);
  const isWanted = (at: number) =>
    !isCaution(sentences[at] ?? '') && (best > 0 ? scores[at] === best : at > 0);
  // The first sentence of an entry is its yes or no.
  const first = WHETHER.test(words) || !sentences.some((_, at) => isWanted(at));
  return {
    text: only(sentences, (at) => (at === 0 && first) || (isWanted(at) && !(first && best === 0))),
    isOfIt: best >= TWO_SIGNS || WHETHER.test(words),
  };
}

interface News {
  readonly text: string;
  /** Whether any of it speaks of what is asked now. */
  readonly isOfIt: boolean;
}

/** One sign alone is met by chance. */
const TWO_SIGNS = 2;

/** A pair of neighbours says more than a sign of its own. */
const PAIR_WEIGHT = 3;
/** Signs that every question has. */
const IDLE = /[\s\p{P}的了吗呢吧啊么我你您他她它这那是在有个能会要可以不没什怎样多少几说问里头]/u;

const only = (sentences: readonly string[], isKept: (at: number) => boolean): string =>
  onceMarked(sentences.filter((sentence, at) => isKept(at) || isCaution(sentence)).join(''));

/** A block is marked at its end; cut apart, each of its sentences has the source of the whole. */
function marked(block: string): readonly string[] {
  const [mark = ''] = /(\s*\[\d+\])+$/.exec(block.trim()) ?? [];
  return sentencesOf(block).map((one) => (/\[\d+\]/.test(one) ? one : `${one}${mark}`));
}

/** Sentences of one source that follow each other are marked after the last. */
const onceMarked = (text: string): string => text.replace(/(\s*\[\d+\])(?=[^[\]]*\1)/g, '');

/** A sentence cut out of its paragraph keeps its source beside it. */
export const withMark = (text: string, { passages }: Paragraph): string =>
  passages.length === 0 || /\[\d+\]/.test(text) ? text : `${text} [1]`;
