import type { TurnContext } from '../../conversation/agent.js';
import { normalize } from '../../language/fold.js';
import type { AccountSide, Command } from '../../terms/command.js';
import type { Router } from './router.js';

/**
 * 「那个什么货币的能随时取吗」: a kind with a word that points, of a customer who is signed in, is the one of the
 * kind they hold, whatever product was spoken of before.
 */

const KIND = '(?<kind>货币|货基|短债|纯债|债基|指数|混合|股票|红利|养老|定期|大额存单|国债)';
const POINTED = new RegExp(
  `^(那|我|俺|对了|还有|就是|我说的?|我买的?)*[那这]个?(叫)?(什么|啥)${KIND}(基金|理财|产品|类|型)?(的|那个|那只)*(?<asked>.+)$`,
);
const LEAVES = /取|赎|卖|到账|拿出来/;
const GAINS = /赚|亏|收益|涨|跌|盈/;
const WHOLE: Readonly<Record<string, string>> = { 货币: '货币基金', 债基: '债券基金' };

/** Null: no kind is pointed at so, or nothing is asked of it. */
export function ownOfKind(router: Router, context: TurnContext, text: string): Command | null {
  if (context.customer === null) return null;
  const folded = normalize(text).text.replace(/[\s，。！？!?,.~]/g, '');
  const { kind = '', asked = '' } = POINTED.exec(folded)?.groups ?? {};
  const about = sideOf(asked);
  if (about === null || router.names.find(text).length > 0) return null;
  return { do: 'own_account', query: `我的${WHOLE[kind] ?? kind}，${asked}`, about };
}

function sideOf(asked: string): AccountSide | null {
  if (LEAVES.test(asked)) return 'exit';
  return GAINS.test(asked) ? 'profit' : null;
}

const OF_MINE = /^(那|对了|还有|就是)*(我|俺)(买|存|手里|手上|持有)?(的)?[那这]?(一)?(个|只|款|笔)/;
const GAINED =
  /(赚|亏|涨|跌|挣)(了|掉)?(多少|几|没|钱没)|(赚|亏)(还是|没)(赚|亏)|收益(是|有)?(多少|怎么样|咋样)/;

/** 「我那个安鑫的现在赚了多少」 in the middle of another matter: whether it is theirs, the account tells. */
export function ownByName(router: Router, context: TurnContext, text: string): Command | null {
  if (context.customer === null || !OF_MINE.test(text.trim()) || !GAINED.test(text)) return null;
  const codes = new Set(router.names.find(text).flatMap((one) => one.codes));
  return codes.size === 1 ? { do: 'own_account', query: text, about: 'profit' } : null;
}
