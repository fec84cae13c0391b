import type { TurnContext } from '../../conversation/agent.js';
import type { Command } from '../../terms/command.js';
import { isQuestion, withoutCounted } from './question-words.js';
import type { Router } from './router.js';
import { isUrgent } from './sentence.js';

/** 担心的是什么: whoever cannot sleep over a question hears its answer first, and is offered a person. */

const SLEEPLESS =
  '(?:睡不[着好]觉?|睡不下|吃不下饭?|愁死了?我?了?|急死了?我?了?|急疯了?|心里?(?:发)?慌得?很?|心里?难受|心里?不踏实)了?';
/** 「跌得我睡不着」 tells of the fall as well. */
const OVER_A_LOSS = new RegExp(`([跌亏赔绿])得[^，,。]{0,4}${SLEEPLESS}`, 'g');
const SLEEPLESS_CLAUSE = new RegExp(
  `(?:^|(?<=[，,。！!；;\\s]))([^，,。！!？?；;\\s]{0,10}?)(?:我|俺)?(?:都|天天|整夜|晚上|夜里)*${SLEEPLESS}[啊呀呢]?([，,。！!；;\\s]+|$)`,
  'g',
);
/** What was lost is kept beside the question: whose it is hangs on it. */
const lossAlone = (_clause: string, before: string, end: string): string =>
  /[跌亏赔绿]/.test(before) ? `${before}${end}` : '';
/** 「要扣很多钱」 asks how much. */
const HOW_MUCH = /(?:很|好|挺|太|那么)多钱|不少钱/;
const AFRAID =
  /(?:我|俺|咱|我妈|我爸|老人)?(?:现在|这会儿|一直|就|也|都|真|好|很|有点儿?|特别|老|总|还|是|最|挺|又)*(?<!不|别|甭|不用)(?:担心|害怕|怕|不放心)(?:的是|的就是|会)?[，,：:]?/;
/** What is feared by so many words at least. */
const ENOUGH = 4;

/** The question in a worry; null: nothing but the worry is told. */
export function fearedIn(text: string): string | null {
  const awake = text.replace(OVER_A_LOSS, '$1了').replace(SLEEPLESS_CLAUSE, lossAlone);
  const asked = awake.replace(AFRAID, '').replace(/^[，,。！!；;\s]+|[。！!\s]+$/g, '');
  if (asked === text || [...asked].length < ENOUGH) return null;
  if (isQuestion(withoutCounted(asked))) return asked;
  // Only a fear says what may happen; a bad night after a loss tells what did.
  if (!AFRAID.test(awake)) return null;
  return HOW_MUCH.test(asked) ? asked.replace(HOW_MUCH, '多少钱') : `会不会${asked}`;
}

export const asksBesideWorry = (text: string): boolean => fearedIn(text) !== null;

/** The same commands, or those of the question in the worry where these are no answer to it. */
export function worryAnswered(
  router: Router,
  context: TurnContext,
  text: string,
  commands: readonly Command[],
  read: (words: string) => readonly Command[],
): readonly Command[] {
  const feared = context.state.flow === null ? fearedIn(text) : null;
  const callsForWorry = (one: Command) => one.do === 'request_human' && one.reason === 'distress';
  if (feared === null || commands.some((one) => isUrgent(one) && !callsForWorry(one))) {
    return commands;
  }
  const known = weightOf(router, context);
  const before = Math.max(0, ...commands.map(known));
  const instead = read(feared);
  return Math.max(0, ...instead.map(known)) > before ? instead : commands;
}

/** What is told of an account or a product is surely of the matter; an entry, as far as it is borne out. */
const weightOf =
  (router: Router, { today }: TurnContext) =>
  (command: Command): number => {
    switch (command.do) {
      case 'answer': {
        // A rule that names the entry has read the whole sentence.
        if (command.entry !== undefined) return 1;
        const { support } = router.lookUp(command.query, today);
        return support >= router.supportThreshold ? support : 0;
      }
      case 'own_account':
        return command.about === undefined ? 0 : 1;
      case 'describe_product':
      case 'my_profile':
      case 'refuse':
        return 1;
      default:
        return 0;
    }
  };
