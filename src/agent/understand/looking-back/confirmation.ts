import type { TurnContext } from '../../../conversation/agent.js';
import type { Command } from '../../../terms/command.js';
import { currentProduct, mattersIn } from '../topic.js';
import type { Claim } from './claim-words.js';
import { claimIn } from './claim-words.js';
import type { Reader } from './reader.js';
import { answering } from './reader.js';
import { shortName } from '../../../terms/product.js';

/** 求证: what has to be looked up for a yes or a no to what the customer has understood. */

/** What is claimed, read by itself, and what was asked before it: one of them has the yes or the no. */
export function checked(reader: Reader, { words }: Claim): readonly Command[] | null {
  const { router, context, asked, read } = reader;
  const whole = withSubject(reader, words);
  const own = isFigureOnly(words) ? [] : (answering(reader, read(context, whole)) ?? []);
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

const POINTS =
  /^(你们?说)?(说)?(这|那|它|这个|那个|这只|那只|这款|那款|这种|那种)(个|只|款|种)?(东西|产品)?/;
/** What a claim says of something that it leaves out. */
const SAID_OF_IT = /^(你们?说)?(是)?(绝对|肯定|一定|都)?(保本|保息|不会?亏|没有?风险|稳赚)/;

/** 「这个保本」 is said of the product spoken of, or of the kind of thing the last question was about. */
function withSubject({ router, context, asked }: Reader, words: string): string {
  const rest = words.replace(POINTS, '');
  if (rest === words && !SAID_OF_IT.test(words)) return words;
  const current = router.products.get(currentProduct(router, context) ?? '');
  const [matter] = asked.flatMap(({ text }) => mattersIn(text)).filter((one) => KIND.test(one));
  const subject = current ? shortName(current) : matter;
  return subject === undefined ? words : `${subject}${rest.replace(/^你们?说/, '')}`;
}

/** A promise is no subject. */
const KIND = /存款|存单|定期|国债|基金|理财|保险|信托|债|fof|qdii|reit|投顾|寿|年金/;

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
