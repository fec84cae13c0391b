import { normalize } from './fold.js';
import { spokenShare } from './spoken-share.js';

/** 假设的涨跌: 「要是再跌10%」 「涨多少才回本」, supposed of what is held and forecast by nobody. */

const DOWN = '(?:跌|亏|掉|缩水|下跌|跌掉|跌去)';
const UP = '(?:涨|升|反弹|上涨|涨回)';
const BY = `(?:了|掉|去|个|上|它|回来){0,2}(?:大概|差不多)?(\\d{1,2}(?:\\.\\d)?%|\\d{1,2}(?:\\.\\d)?个?点|百分之[一二三四五六七八九十\\d]{1,3}|[一二两三四五六七八九]成|[一二两三五十]{1,2}个点|一半)`;
const SUPPOSES = '(?:再|又|继续|还|要是|如果|假如|假设|万一|万一再|往下|接着)[^，。？]{0,6}';
const SUPPOSED = new RegExp(`${SUPPOSES}(${DOWN}|${UP})${BY}`);
const ASKS_REST = /多少|剩|还有|还值|变成|怎么样|咋样|呢[?？]?$|会亏|亏成|几万|值/;

const HAN_POINTS: Readonly<Record<string, number>> = {
  一: 1,
  两: 2,
  二: 2,
  三: 3,
  五: 5,
  十: 10,
  二十: 20,
  三十: 30,
  五十: 50,
};

/** As a ratio, negative for a fall: 「要是再跌10%我还剩多少」 is −0.1; null: none is supposed, or nothing asked of it. */
export function supposedMove(text: string): number | null {
  const folded = normalize(text).text.replace(/\s/g, '');
  const [all = '', way = '', by = ''] = SUPPOSED.exec(folded) ?? [];
  if (all === '' || !ASKS_REST.test(folded)) return null;
  const share = pointsIn(by) ?? spokenShare(by);
  if (share === null) return null;
  return new RegExp(`^${DOWN}`).test(way) ? -share : share;
}

function pointsIn(by: string): number | null {
  const [, digits, han = ''] =
    /^(?:(\d{1,2}(?:\.\d)?)个?点|([一二两三五十]{1,2})个点)$/.exec(by) ?? [];
  const points = digits === undefined ? HAN_POINTS[han] : Number(digits);
  return points === undefined ? null : points / 100;
}

const EVEN = '(?:回(?:得了|到)?(?:来)?本|保本|解套|打平|不亏(?!的)|扳回来|翻本)';
const BREAKS_EVEN = new RegExp(
  `(?:涨|升|反弹)(?:回)?(?:到)?(?:多少|几个点|百分之几|几成|上去多少)[^。]{0,8}${EVEN}|(?:什么时候|啥时候|几时|何时|哪天|哪年|哪个?月|多久|几年|几个月|哪个?月份|猴年马月)[^。]{0,8}${EVEN}|${EVEN}[^，。]{0,4}(?:要|得|需要|还要|还得|差)[^，。]{0,3}(?:涨|多久|多少|几|等)|(?:离|距离?)${EVEN}[^，。]{0,6}(?:多少|多远|几|差)`,
);

/** 「得涨多少才回本」 「放到哪个月能回本」. */
export const asksBreakEven = (text: string): boolean =>
  BREAKS_EVEN.test(normalize(text).text.replace(/\s/g, ''));
