import type { TurnContext } from '../../../conversation/agent.js';
import type { Command } from '../../../terms/command.js';
import { mattersIn } from '../topic.js';
import type { Claim } from './claim-words.js';
import { claimIn } from './claim-words.js';
import type { Reader } from './reader.js';
import { answering } from './reader.js';

/** 求证: what has to be looked up for a yes or a no to what the customer has understood. */

/** What is claimed, read by itself, and what was asked before it: one of them has the yes or the no. */
export function checked(reader: Reader, { words }: Claim): readonly Command[] | null {
  const { router, context, asked, read } = reader;
  const own = isFigureOnly(words) ? [] : (answering(reader, read(context, words)) ?? []);
  const [before] = asked.filter(({ text }) => claimIn(text) === null);
  // What is claimed of a product by its name is not decided by an answer about another.
  const reread =
    before && router.names.find(words).length === 0
      ? (answering(reader, read(withProducts(before.before, context), before.text)) ?? [])
      : [];
  // 「也就是不收了」 is about the product just spoken of, not about charges in general.
  const isLeftOut = mattersIn(words).length === 0 && own.every(({ do: act }) => act === 'answer');
  const isOfProduct = reread.some(({ do: act }) => act !== 'answer');
  const ordered = isLeftOut && isOfProduct ? [...reread, ...own] : [...own, ...reread];
  const commands = distinct(ordered).slice(0, MAX_READ);
  return commands.length === 0 ? null : [{ do: 'look_back', how: 'claim', words }, ...commands];
}

/** 「2500 多」 is looked up nowhere: the answer before has the figure. */
const isFigureOnly = (words: string): boolean =>
  words.replace(
    /[\d.,一二两三四五六七八九十百千万几多来左右约大概元块钱个天年月工作日点%％+TRC级是就\s]/gi,
    '',
  ) === '';

/** What the claim says, and what was asked before. */
const MAX_READ = 2;

/** What was asked then is about what the talk has come to. */
const withProducts = (before: TurnContext, { state }: TurnContext): TurnContext => ({
  ...before,
  state: { ...before.state, flow: null, products: state.products, listed: state.listed },
});

function distinct(commands: readonly Command[]): readonly Command[] {
  const keys = commands.map((command) => JSON.stringify(command));
  return commands.filter((_, at) => keys.indexOf(keys[at] as string) === at);
}
