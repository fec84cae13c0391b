import type { ConversationState } from '../../../conversation/evolve.js';
import { isBeingCheated, speaksOfFraud } from '../../../conversation/evolve.js';
import type { Command, FlowName } from '../../../terms/command.js';
import type { FraudNews, FraudTold } from '../../../terms/fraud.js';
import { isMoneyGone } from '../../../terms/fraud.js';
import { spokenMoney } from '../../../language/spoken-money.js';
import { FRAUD_IN_GENERAL } from './in-general.js';
import { givenIn } from './given.js';
import { intendedIn } from './intends.js';
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
/** 「他说系统冻结了」 is the cheat's doing, and not the bank's. */
const FROZEN_BY_HIM =
  /(系统|平台|app|账号|账户|帐户|资金|被|(他|她|老师|客服|对方)(说)?)(是|已经|都)?.{0,4}冻结/;

const ONLY_ASKED =
  /能不能|可不可以|会不会|要不要|该不该|(能|可以|会|要|肯).{0,12}(吗|(?<!什|怎)么)$|怎么让/;

/** 「国债怎么买」 in between is another matter, unless somebody else is behind it. */
export const ELSEWHERE =
  /基金|理财|国债|保险(?!点|一点|些|起见|吗$|不$)|存款|存单|申购|赎回|定投|到账|净值|费率/;
const SOMEBODY =
  /骗|对方|[他她]|群|老师|客服|警|盗|抓|坐牢|逮捕|涉案|身份证|验证码|安全(账|帐)户|挂(了|断)|(?<!定)转(?!换|托管|债|让|入|出)/;

/** All that a message tells of a fraud that is spoken of, or of which an alarm speaks. */
export function fraudTold(text: string, { fraud }: ConversationState): FraudTold {
  const clauses = fraudClauses(text);
  const folded = clauses.join('');
  const victim = fraud ? null : victimIn(folded);
  const isOfOther = (victim ?? fraud?.victim ?? 'self') !== 'self';
  const gone = moneyGoneIn(clauses);
  const yuan = sumGoneIn(clauses) ?? sumAlone(folded, fraud);
  const news: FraudNews[] = [
    ...moneyNews(yuan === null ? gone : true, text, fraud),
    ...givenIn(clauses),
    ...doneAsAsked(clauses, fraud),
    ...progressIn(folded),
    ...intendedIn(clauses),
    ...offerIn(text),
    ...askedIn(clauses, isOfOther),
  ];
  return {
    ...(news.length > 0 && { news: [...new Set(news)] }),
    ...(victim && { victim }),
    ...(yuan !== null && { yuan }),
  };
}

/** 「我没转」 after a first payment is of the next one; what is gone is gone. */
function moneyNews(
  gone: boolean | null,
  text: string,
  fraud: ConversationState['fraud'],
): readonly FraudNews[] {
  if (gone === null) return [];
  if (gone) return ['sent'];
  return fraud && isMoneyGone(fraud) === true && !TAKES_BACK.test(text) ? ['kept'] : ['unsent'];
}

/** 「两万三」 and no more, once money has left, is how much has left. */
function sumAlone(folded: string, fraud: ConversationState['fraud']): number | null {
  if (!fraud || isMoneyGone(fraud) !== true || fraud.yuan !== null) return null;
  const [only, ...more] = spokenMoney(folded);
  if (!only || more.length > 0 || only.from !== only.to) return null;
  const beside = folded.slice(0, only.start) + folded.slice(only.end);
  return SUM_ALONE.test(beside) ? only.from : null;
}

const SUM_ALONE = /^(一共|总共|大概|差不多|就|是|有|转|我|吧|了|的|啊|左右|多|块|元|钱)*$/;

/** 「已经下了」 after they were told to install something. */
const DONE =
  /^(我)?(都|已经|刚|刚才|也|就|早)*(下|装|点|开|共享|下载|安装|打开)(了|好了|上了|完了)$/;

const doneAsAsked = (
  clauses: readonly string[],
  fraud: ConversationState['fraud'],
): readonly FraudNews[] =>
  fraud?.news.includes('screen_asked') && clauses.some((clause) => DONE.test(clause))
    ? ['screen']
    : [];

const TAKES_BACK = /其实|说错|记错|成功|失败|退回|拦|没转出|没出去|压根|根本/;

const progressIn = (folded: string): readonly FraudNews[] =>
  ONLY_ASKED.test(folded)
    ? []
    : PROGRESS.filter(([, words]) => words.test(folded))
        .map(([one]) => one)
        .filter((one) => one !== 'stopped' || !FROZEN_BY_HIM.test(folded));

/** What words tell of a fraud under way, or of an offer that looks like one; null: of neither. */
export function fraudNewsIn(text: string, state: ConversationState): Command | null {
  const isElsewhere = state.flow !== null && state.flow.name !== 'fraud';
  if (isElsewhere) return heardInFlow(text, state);
  if (!speaksOfFraud(state)) {
    const isOfNobody = FRAUD_IN_GENERAL.test(fraudClauses(text).join(''));
    return isOfNobody || offerIn(text).length === 0 ? null : withAllTold(ALARM, text, state);
  }
  const folded = fraudClauses(text).join('');
  if (ELSEWHERE.test(folded) && !SOMEBODY.test(folded)) return null;
  const told = fraudTold(text, state);
  return told.news ? { ...ALARM, ...told } : null;
}

const ALARM = { do: 'emergency', kind: 'fraud' } as const;

/** Whoever is being cheated while a plan or a call is under way: what cannot wait is heard there, too. */
function heardInFlow(text: string, state: ConversationState): Command | null {
  const isHeard = isBeingCheated(state) && HEARD_IN.includes(state.flow?.name ?? 'complaint');
  if (!isHeard) return null;
  const told = fraudTold(text, state);
  return told.news?.some((one) => CANNOT_WAIT.includes(one)) ? { ...ALARM, ...told } : null;
}

const HEARD_IN: readonly FlowName[] = ['need', 'callback', 'privacy'];

const CANNOT_WAIT: readonly FraudNews[] = [
  'sent',
  'screen',
  'code',
  'safe_account',
  'more_money',
  'pay_asked',
  'code_asked',
  'screen_asked',
];

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
