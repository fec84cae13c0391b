import type { TurnContext } from '../../conversation/agent.js';
import type { Command } from '../../terms/command.js';
import { namedIn } from '../compose/own-figures.js';

/** 数对不上: figures of the account that are held against each other, or against what there was before. */

const WHICH_IS_RIGHT =
  /哪个(数)?(才)?(是)?(对|准|真|我的|算数)|(怎么|为啥|为什么|咋)[^，。]{0,6}(不一样|对不上|不同|两个数)|对不上|一会(儿)?一个(数|样)|到底(是)?(哪个|多少)|(不|前后)一致/;
const HELD_AGAINST =
  /(表|卡片|图|列表|上面|下面|明细)(里|上|格)?[^，。]{0,8}[\d一二三四五六七八九]/;

export function ownFiguresAsked({ state: { held } }: TurnContext, text: string): Command | null {
  const named = held.length === 0 ? 0 : namedIn(text).length;
  const isOfFigures =
    (named > 0 && WHICH_IS_RIGHT.test(text)) || (named > 1 && HELD_AGAINST.test(text));
  return isOfFigures ? { do: 'own_account', query: text, about: 'figures' } : null;
}

const BEFORE = '(前阵子|前段时间|之前|前(几|些)天|原来|本来|上(个)?(月|周|星期)|最高|曾经|一度|还)';
const GAVE_BACK = new RegExp(
  `${BEFORE}[^，。]{0,8}(赚|盈利|浮盈|挣|涨)[^。]{0,14}(就|只|才|都)(剩|有|还有|赚)|(赚|盈利|浮盈)[^，。]{0,12}(现在|这会儿?|如今)[^，。]{0,4}(就|只|才)?(剩|没|少)|(利润|收益|赚的)[^，。]{0,6}(回吐|吐(回|出|了)|缩水|没了|跌没)|回吐`,
);

/** 「还赚八万多，现在就剩六万八」 */
export const gaveBack = (text: string): Command | null =>
  GAVE_BACK.test(text) && !/怎么算|什么意思|会不会|止盈/.test(text)
    ? { do: 'own_account', query: text, about: 'given_back' }
    : null;
