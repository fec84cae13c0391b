import type { ConversationState } from '../../../conversation/evolve.js';
import { speaksOfFraud } from '../../../conversation/evolve.js';
import type { Command } from '../../../terms/command.js';
import type { FraudNews, FraudTold } from '../../../terms/fraud.js';
import { givenIn } from './given.js';
import { fraudClauses, moneyGoneIn, sumGoneIn } from './money-gone.js';
import { offerIn } from './offers.js';
import { askedIn } from './questions.js';
import { speaksOfThem, victimIn } from './victim.js';

/** 诈骗进展: all that one message tells of a fraud, the first as well as the tenth. */

/** How far the customer, or the bank, has come. */
const PROGRESS: readonly (readonly [FraudNews, RegExp])[] = [
  [
    'stopped',
    /银行.{0,10}(冻结|止付|挂失|拦)(了|住|好|成功|下)|(已经|都|刚)?(冻结|挂失|止付)(了|好了|成功)|(给|跟)?银行(那边)?(也)?(打|说|联系)(了|过)/,
  ],
  [
    'reported',
    /报(了|过|完)(警|案)|(已经|刚|都)报(警|案)|(警|案)(已经|也)?报了|110.{0,6}(说|让|叫|接|记|来)|(民警|派出所)(说|让|叫|来了|记录|立案)|立案了|打(了|过|完)110/,
  ],
  ['reporting', /(我|这就|马上|现在)(就)?(去|来|打)?(报警|报案|打110|派出所)(了|去了|吧)?$/],
];

/** 「能不能让银行拦住」. */
const ONLY_ASKED =
  /能不能|可不可以|会不会|要不要|该不该|(能|可以|会|要|肯).{0,12}(吗|(?<!什|怎)么)$|怎么让/;

/** 「国债怎么买」 in between is another matter, unless somebody else is behind it. */
export const ELSEWHERE = /基金|理财|国债|保险|存款|存单|申购|赎回|定投|到账|净值|费率/;
const SOMEBODY = /骗|对方|[他她]|群|老师|客服|警|转走|盗/;

/** All that a message tells of a fraud that is spoken of, or of which an alarm speaks. */
export function fraudTold(text: string, { fraud }: ConversationState): FraudTold {
  const clauses = fraudClauses(text);
  const folded = clauses.join('');
  const victim = fraud ? null : victimIn(folded);
  const isOfOther = (victim ?? fraud?.victim ?? 'self') !== 'self';
  const gone = moneyGoneIn(clauses);
  const yuan = sumGoneIn(clauses);
  const news: FraudNews[] = [
    ...(gone === null ? [] : [gone ? ('sent' as const) : ('unsent' as const)]),
    ...givenIn(clauses),
    ...(ONLY_ASKED.test(folded)
      ? []
      : PROGRESS.filter(([, words]) => words.test(folded)).map(([one]) => one)),
    ...offerIn(text),
    ...askedIn(folded, isOfOther),
  ];
  return {
    ...(news.length > 0 && { news: [...new Set(news)] }),
    ...(victim && { victim }),
    ...(yuan !== null && { yuan }),
  };
}

/** What words tell of a fraud under way, or of an offer that looks like one; null: of neither. */
export function fraudNewsIn(text: string, state: ConversationState): Command | null {
  if (!speaksOfFraud(state)) {
    return offerIn(text).length === 0 ? null : withAllTold(ALARM, text, state);
  }
  const folded = fraudClauses(text).join('');
  if (ELSEWHERE.test(folded) && !SOMEBODY.test(folded)) return null;
  const told = fraudTold(text, state);
  return told.news ? { ...ALARM, ...told } : null;
}

const ALARM = { do: 'emergency', kind: 'fraud' } as const;

/** An alarm, whoever raised it, with all that the words tell; of a danger to life, whose it is. */
export function withAllTold(
  command: Extract<Command, { do: 'emergency' }>,
  text: string,
  state: ConversationState,
): Command {
  if (command.kind === 'fraud') {
    return command.news ? command : { ...command, ...fraudTold(text, state) };
  }
  const folded = fraudClauses(text).join('');
  const known = state.fraud?.victim ?? 'self';
  const victim = victimIn(folded) ?? (known !== 'self' && speaksOfThem(folded) ? known : null);
  return victim ? { ...command, victim } : command;
}
