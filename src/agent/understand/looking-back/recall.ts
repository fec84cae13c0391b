import type { TurnContext } from '../../../conversation/agent.js';
import { isOurs } from '../../../conversation/agent.js';
import { isPair, tokens } from '../../../language/tokens.js';
import type { Command } from '../../../terms/command.js';
import type { Asked } from './last-asked.js';
import type { Reader } from './reader.js';
import { answering } from './reader.js';
import { insistsOnYes, wantsSimpler } from './recall-words.js';

/** 刚才说的: the question whose answer is wanted once more. */

/** The earlier question whose words, or whose answer's, share most with what is asked for again. */
export function toldAgain(reader: Reader, words: string): readonly Command[] | null {
  const { router, context, asked, read } = reader;
  const wanted = new Set(tokens(words).filter(isPair));
  const scored = asked.map((one) => ({
    one,
    score: sharedWith(wanted, one.text, answerTo(context, one)),
  }));
  const best = scored.reduce((top, next) => (next.score > top.score ? next : top), {
    one: null as Asked | null,
    score: MIN_SHARED - 1,
  });
  const lookingBack: Command = { do: 'look_back', how: 'recall', words };
  if (!best.one) {
    // It was not told before: there is only the question itself.
    return answering(reader, read(context, words));
  }
  const { text } = best.one;
  const spokenOf = router.names
    .find(`${text}，${answerTo(context, best.one)}`)
    .flatMap(({ codes }) => (codes.length === 1 ? codes : []));
  const products = [...new Set([...spokenOf.slice(0, 1), ...context.state.products])];
  const then = { ...context, state: { ...context.state, products } };
  const reread = answering(reader, read(then, text));
  return reread && [lookingBack, ...reread.slice(0, 1)];
}

const MIN_SHARED = 2;

const sharedWith = (wanted: ReadonlySet<string>, asked: string, answer: string): number =>
  new Set(tokens(`${asked}，${answer}`).filter((token) => wanted.has(token))).size;

function answerTo({ history }: TurnContext, { before }: Asked): string {
  const after = history.slice(before.history.length + 1);
  return after.find(isOurs)?.text ?? '';
}

/** The yes or no to the last question; where it wanted none, its answer in fewer words. */
export function answeredBriefly(reader: Reader): readonly Command[] | null {
  const { context, asked, read } = reader;
  const [last] = asked.filter(({ text }) => !insistsOnYes(text));
  if (!last) return null;
  const { products, listed, held } = context.state;
  const then = { ...last.before, state: { ...last.before.state, products, listed, held } };
  const reread = read(then, last.text);
  const isClaim = reread.some((one) => one.do === 'look_back' && one.how === 'claim');
  return isClaim ? reread : toldSimpler({ ...reader, asked: [last] });
}

/** The last answer once more, in fewer words; null: there was none. */
export function toldSimpler(reader: Reader): readonly Command[] | null {
  const { context, asked, read } = reader;
  const [last] = asked.filter(({ text }) => !wantsSimpler(text));
  if (!last) return null;
  const { products, listed } = context.state;
  const then = { ...last.before, state: { ...last.before.state, flow: null, products, listed } };
  const reread = answering(reader, read(then, last.text));
  return reread && [{ do: 'look_back', how: 'simpler', words: last.text }, ...reread.slice(0, 1)];
}
