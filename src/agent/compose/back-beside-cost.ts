import type { Fact } from '../../terms/fact.js';
import type { Exit, Position } from '../../terms/portfolio.js';
import { moneyOf } from './portfolio-lines.js';

/** 比投入的多还是少: what leaving brings back beside what went in. */

interface Told {
  readonly text: string;
  readonly facts: readonly Fact[];
}

const cents = (yuan: number): number => Math.round(yuan * 100) / 100;
const yuanFact = (value: number, label: string): Fact => ({ value, unit: 'yuan', label });

const ASKS_LESS =
  /(比|会|要)[^，。？]{0,4}(买|本金|投|当初|存|成本)[^，。？]{0,6}(少|多|亏|低|高)|亏不亏|亏本|赔不赔|会不会亏|是亏是赚|亏还是赚|(要|会|得|是不是)[^，。？]{0,3}(亏|赔)[^，。？]{0,2}(多|少|钱|惨|大)/;
const ASKS_BACK = /拿回|到手|拿到|收回/;

type Leaving = readonly { readonly position: Position; readonly exit: Exit }[];

/** 「卖了会不会亏」 「能拿回多少」: what would come back beside what went in, first of all where that is asked. */
export function backBesideCost(
  query: string,
  leaving: Leaving,
): Told & { readonly isAsked: boolean } {
  const told = comesBack(leaving);
  if (told === null) return { text: '', facts: [], isAsked: false };
  const asksLess = ASKS_LESS.test(query);
  const verdict = told.isLess ? '按最近一次净值算，会少：' : '按最近一次净值算，不会少：';
  return {
    text: `${asksLess ? verdict : ''}${told.text}`,
    facts: told.facts,
    isAsked: asksLess || ASKS_BACK.test(query),
  };
}

/** Null: nothing of it can be left today for a sum that is known. */
export function comesBack(leaving: Leaving): (Told & { readonly isLess: boolean }) | null {
  const known = leaving.filter(({ exit }) => exit.way === 'open' && exit.paidOut !== null);
  if (known.length === 0) return null;
  const back = cents(known.reduce((sum, { exit }) => sum + (exit.paidOut ?? 0), 0));
  const paid = cents(known.reduce((sum, { position }) => sum + position.cost, 0));
  const more = cents(back - paid);
  const which = leaving.length === 1 ? '现在全赎' : `现在能赎的 ${known.length} 只全赎，`;
  const beside = more === 0 ? '一样多' : `${more > 0 ? '多' : '少'} **${moneyOf(more)}**`;
  return {
    text: `${which}大约到手 **${moneyOf(back)}**，和您投入的 ${moneyOf(paid)}比，${beside}${others(leaving.length - known.length)}`,
    facts: [
      yuanFact(back, '现在全赎大约到手'),
      yuanFact(paid, '投入的本金'),
      yuanFact(Math.abs(more), '到手和投入相差'),
      { value: leaving.length - known.length, unit: 'count', label: '没算在里面的只数' },
    ],
    isLess: more < 0,
  };
}

/** What is left by its contract, or not yet, is in no such sum. */
const others = (count: number): string => (count > 0 ? `；其余 ${count} 只没算在里面` : '');
